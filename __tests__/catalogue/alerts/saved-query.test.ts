import { savedQuery } from "../../../catalogue/alerts/saved-query";

const filterOf = (pattern: string): string => savedQuery([pattern]).split("\n| ")[1] ?? "";

test("a saved query shows who, where and what, the newest first", () => {
  expect(savedQuery(['{ $.eventName = "DeleteTrail" }'])).toBe(
    [
      "fields @timestamp, recipientAccountId, awsRegion, userIdentity.arn, userIdentity.accessKeyId, sourceIPAddress, eventSource, eventName, errorCode, eventID",
      'filter eventName = "DeleteTrail"',
      "sort @timestamp desc",
      "limit 1000",
    ].join("\n| "),
  );
});

test.each([
  ['{ $.a = "x" && $.b NOT EXISTS }', '(a = "x" and not ispresent(b))'],
  ['{ ($.a = "x" || $.b = "y") && $.c != "z" }', '((a = "x" or b = "y") and not (c = "z"))'],
  ['{ $.a = "AKIA*" }', "a like /^AKIA/"],
  ['{ $.a = "*.example" }', String.raw`a like /\.example$/`],
  ['{ $.a = "*Denied*" }', "a like /Denied/"],
  ['{ $.a = "*:trail/x" }', String.raw`a like /:trail\/x$/`],
  ["{ $.a IS FALSE && $.b IS NULL && $.c >= 7 }", "(a = 0 and not ispresent(b) and c >= 7)"],
  ["{ $.users[0].id = 5 }", "users.0.id = 5"],
  ["{ $.a = %^x|y% }", "a like /^x|y/"],
])("%s asks the same in Logs Insights", (pattern, filter) => {
  expect(filterOf(pattern)).toBe(`filter ${filter}`);
});

test("what takes several filters is one query", () => {
  expect(savedQuery(['{ $.a = "x" }', '{ $.b = "y" && $.c = "z" }']).split("\n| ")[1]).toBe(
    'filter a = "x" or (b = "y" and c = "z")',
  );
});
