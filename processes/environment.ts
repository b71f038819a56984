import type { Environment } from "./search-path";

/** What any program needs to be found, to start, and to find its own files. The last line is for Windows. */
export const ANY_PROGRAM = [
  ...["PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TZ", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE"],
  ...["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"],
  ...["SYSTEMROOT", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP"],
] as const;

const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];

/** The way to a server: proxies, and whose certificates are trusted. */
export const NETWORK = [
  ...PROXIES,
  ...["NO_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR", "NIX_SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"],
] as const;

/** The variables of these names, as far as they are set. A name that ends with `*` stands for all that begin so. */
export function pick(env: Environment, ...lists: readonly (readonly string[])[]): Record<string, string> {
  const names = lists.flat();
  const [exact, beginnings] = [new Set(names), names.filter((name) => name.endsWith("*"))];
  const isNamed = (name: string) =>
    exact.has(name) || beginnings.some((beginning) => name.startsWith(beginning.slice(0, -1)));
  // Windows does not tell "Path" from "PATH".
  const spelled = (name: string) => (process.platform === "win32" ? name.toUpperCase() : name);
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && isNamed(spelled(name)) ? [[name, value]] : [],
    ),
  );
}

/** NO_PROXY in both spellings, with this machine in it: no proxy can reach our own loopback. */
export function withoutProxyToLoopback(env: Environment): Record<string, string> {
  const kept = (env.NO_PROXY ?? env.no_proxy ?? "").split(",").filter((host) => host !== "");
  const hosts = [...new Set([...kept, "127.0.0.1", "localhost"])].join(",");
  return { NO_PROXY: hosts, no_proxy: hosts };
}
