/** What no key looks like: a word or a few, or a version. Everything else in a path is taken for a key. */
const WORDS = /^(v\d{1,2}|[a-z]{1,12}([-_.][a-z]{1,12}){0,3})?$/;

/** What a key looks like inside a name: long, and letters and digits mixed, or longer than a word. */
const KEY = /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{12,}|[a-z\d]{24,}/i;

const URLS = /[a-z][a-z\d+.-]*:\/\/\S*/gi;
const MAIL = /[^\s@]+@[^\s@]+/g;

/** The part of an address that names whom it reaches: its host, without what looks like a key. */
export function publicHost(url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : "";
  return host
    .split(".")
    .map((label) => (KEY.test(label) ? "…" : label))
    .join(".");
}

function urlMayHoldSecret(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { username, password, search, hash, pathname, host } = new URL(text);
  const bare = username + password + search + hash === "" && !/[?#]/.test(text);
  return !bare || KEY.test(host) || !pathname.split("/").every((part) => WORDS.test(part));
}

/**
 * Whether a text may hold a secret. Of an address, whatever is no plain word: user, query, and every part of the path
 * that could be a key. Of an e-mail address, a key before the @. When in doubt, it may.
 */
export const mayHoldSecret = (text: string): boolean =>
  (text.match(URLS) ?? []).some(urlMayHoldSecret) ||
  (text.match(MAIL) ?? []).some((address) => KEY.test(address.split("@")[0] ?? ""));

/** The text as it may be printed: of what may hold a secret, only whom it reaches. */
export const publicText = (text: string): string =>
  text
    .replace(URLS, (url) => (urlMayHoldSecret(url) ? `${url.split("://")[0] ?? ""}://${publicHost(url)}/…` : url))
    .replace(MAIL, (address) => {
      const [name = "", domain = ""] = address.split("@");
      return !address.includes("://") && KEY.test(name) ? `…@${domain}` : address;
    });
