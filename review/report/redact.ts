const MAIL = /[\w.+%-]+@[\w-]+(\.[\w-]+)+/g;
const PHONE = /\+\d[\d\s().-]{6,}\d/g;
const URL_LIKE = /\b([a-z][a-z\d+.-]*):\/\/[^\s"'`,)\]}]+/gi;

/** Signs that nobody sees, and that turn round or hide what stands beside them: a review must read as it is written. */
const UNSEEN = /\p{Cf}/gu;

const code = (sign: string): string => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

/**
 * The text without what reaches people: addresses of mail, numbers, and of a URL all but its scheme. Signs that nobody
 * sees are spelled out, before anything is looked for that one of them could part.
 */
export const redacted = (text: string): string =>
  text
    .replace(UNSEEN, code)
    .replace(URL_LIKE, (_, scheme: string) => `${scheme}://[address]`)
    .replace(MAIL, "[e-mail address]")
    .replace(PHONE, "[phone number]");

/** The same for every text of a value that is to be JSON, whatever is left undefined in it gone. */
export const allRedacted = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === "string" ? redacted(inner) : inner)) as T;
