import { redacted } from "../../review/report/redact";

test.each([
  ["write to mallory+x@example.com now", "write to [e-mail address] now"],
  ["write to o'müller@bücher.example", "write to [e-mail address]"],
  ["'mallory@example.com'", "'[e-mail address]'"],
  ["?to=mallory%40example.com&x", "?to=[e-mail address]&x"],
  ["key AKIAIOSFODNN7EXAMPLE of", "key [secret] of"],
  ["Bearer eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl", "Bearer [secret]"],
  ["-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----.", "[secret]."],
  [
    "arn:aws:iam::111111111111:role/org-baseline-break-glass-audit",
    "arn:aws:iam::111111111111:role/org-baseline-break-glass-audit",
  ],
  ["call +49 (30) 123-4567", "call [phone number]"],
  ["https://user:secret@example.com/hook?token=1, and more", "https://[address], and more"],
  ["Prod\u202Etnuocca\u202C", "Prod[U+202E]tnuocca[U+202C]"],
  ["a\u200Bb\uFEFF", "a[U+200B]b[U+FEFF]"],
])("%j is shown as %j", (text, shown) => {
  expect(redacted(text)).toBe(shown);
});
