import { redacted } from "../../review/report/redact";

test.each([
  ["write to mallory+x@example.com now", "write to [e-mail address] now"],
  ["call +49 (30) 123-4567", "call [phone number]"],
  ["https://user:secret@example.com/hook?token=1, and more", "https://[address], and more"],
  ["Prod\u202Etnuocca\u202C", "Prod[U+202E]tnuocca[U+202C]"],
  ["a\u200Bb\uFEFF", "a[U+200B]b[U+FEFF]"],
])("%j is shown as %j", (text, shown) => {
  expect(redacted(text)).toBe(shown);
});
