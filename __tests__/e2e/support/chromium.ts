import { spawnSync } from "node:child_process";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The browser of this machine, or undefined. It is never downloaded. */
export const foundChromium = (): string | undefined =>
  NAMES.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);

export interface Shown {
  /** What it wrote to its standard output: the document, after `--dump-dom`. */
  readonly dom: string;
  /** What the page's console and the browser said. */
  readonly said: string;
}

/** Opens a page without a screen and does one thing with it: `--dump-dom`, `--screenshot=…`, `--print-to-pdf=…`. */
export function chromium(binary: string, page: string, profile: string, ...args: readonly string[]): Shown {
  const { status, stdout, stderr } = spawnSync(
    binary,
    // No sandbox: a container has none to give, and the page is ours.
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--enable-logging=stderr",
      `--user-data-dir=${profile}`,
      ...args,
      page,
    ],
    { encoding: "utf8", timeout: 120_000, maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`${binary} must show ${page}, got ${String(status)}: ${stderr}`);
  return { dom: stdout, said: stderr };
}
