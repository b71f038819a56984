import { refusalOf } from "../../../organization/clients/refusals";

const error = (name: string, message: string, code?: string): Error =>
  Object.assign(new Error(message), { name, ...(code === undefined ? {} : { code }) });

test.each([
  [
    error("CredentialsProviderError", "Could not load credentials from any providers"),
    "AWS credentials must be found (AWS_PROFILE, or what the pipeline sets), got CredentialsProviderError: Could not load credentials from any providers",
  ],
  [
    error("ExpiredTokenException", "The security token included in the request is expired"),
    "the AWS credentials must be valid, got ExpiredTokenException: The security token included in the request is expired",
  ],
  [
    error("AccessDeniedException", "You don't have permissions"),
    "the AWS credentials must be allowed to read this, got AccessDeniedException: You don't have permissions",
  ],
  [
    error("RequestTimeTooSkewed", "The difference between the request time and the current time is too large."),
    "the clock of this machine must be right: AWS takes no request that is more than minutes off, got RequestTimeTooSkewed: The difference between the request time and the current time is too large.",
  ],
  [error("Error", "", "ECONNREFUSED"), "the AWS API must be reachable from here, got ECONNREFUSED"],
])("what AWS refuses is told in a sentence: %s", (refused, sentence) => {
  expect(refusalOf(refused)).toBe(sentence);
});

test("anything else is a bug", () => {
  expect(refusalOf(new TypeError("x is undefined"))).toBeUndefined();
  expect(refusalOf(error("ValidationException", "1 validation error"))).toBeUndefined();
  expect(refusalOf("text")).toBeUndefined();
});
