/** In any script; in a URL or a form, the sign between its halves is written `%40`. */
const MAIL = /[\p{L}\p{N}_.+%-]+('[\p{L}\p{N}_.+%-]+)*(@|%40)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu;
/** An access key and a token by the forms that their makers give them, and what stands between the lines of a PEM file. */
const SECRET =
  /\b(A[KS]IA[A-Z2-7]{16}|xox[a-z]-[\w-]{10,}|gh[a-z]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|eyJ[\w-]{4,}\.[\w-]+\.[\w-]+)|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const PHONE = /\+\d[\d\s().-]{6,}\d/g;
const URL_LIKE = /\b([a-z][a-z\d+.-]*):\/\/[^\s"'`,)\]}]+/gi;

/** Signs that nobody sees, and that turn round or hide what stands beside them: a review must read as it is written. */
const UNSEEN = /\p{Cf}/gu;

const code = (sign: string): string => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

/**
 * The text without what reaches people or lets in: addresses of mail, numbers, of a URL all but its scheme, and keys and
 * tokens that can be told by their form. Signs that nobody sees are spelled out, before anything is looked for that one
 * of them could part.
 */
export const redacted = (text: string): string =>
  text
    .replace(UNSEEN, code)
    .replace(URL_LIKE, (_, scheme: string) => `${scheme}://[address]`)
    .replace(SECRET, "[secret]")
    .replace(MAIL, "[e-mail address]")
    .replace(PHONE, "[phone number]");

/** The same for every text of a value that is to be JSON, whatever is left undefined in it gone. */
export const allRedacted = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === "string" ? redacted(inner) : inner)) as T;
