const MAIL = /[\w.+%-]+@[\w-]+(\.[\w-]+)+/g;
const PHONE = /\+\d[\d\s().-]{6,}\d/g;
const URL_LIKE = /\b([a-z][a-z\d+.-]*):\/\/[^\s"'`,)\]}]+/gi;

/** The text without what reaches people: addresses of mail, numbers, and of a URL all but its scheme. */
export const redacted = (text: string): string =>
  text
    .replace(URL_LIKE, (_, scheme: string) => `${scheme}://[address]`)
    .replace(MAIL, "[e-mail address]")
    .replace(PHONE, "[phone number]");

/** The same for every text of a value that is to be JSON, whatever is left undefined in it gone. */
export const allRedacted = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === "string" ? redacted(inner) : inner)) as T;
