import { Delegation } from "../../constructs/organization/delegation";
import { ExistingTrail } from "../../constructs/trail/existing-trail";
import { built } from "../support/construct";
import { dataOf } from "../support/terraform";

interface Check {
  readonly condition: string;
  readonly error_message: string;
}

const checks = (build: Parameters<typeof built>[0]): readonly Check[] =>
  dataOf(built(build)).flatMap(
    ({ body }) => (body["lifecycle"] as { readonly postcondition: readonly Check[] }).postcondition,
  );

const delegation = (mustExist: boolean) =>
  checks((stack, place) => {
    new Delegation(stack, "delegation", {
      place,
      servicePrincipal: "iam.amazonaws.com",
      administrator: "222222222222",
      mustExist,
    });
    return undefined;
  });

test("another administrator is refused, with the command that removes it", () => {
  const [alone] = delegation(false);
  expect(alone?.condition).toBe(
    '${length([for account in self.delegated_administrators : account.id if account.id != "222222222222"]) == 0}',
  );
  expect(alone?.error_message).toContain(
    "aws organizations deregister-delegated-administrator --service-principal iam.amazonaws.com --account-id <id>",
  );
});

test("where it must exist, a missing one is refused with the command that registers it", () => {
  expect(delegation(false)).toHaveLength(1);
  const [, registered] = delegation(true);
  expect(registered?.condition).toBe('${contains(self.delegated_administrators[*].id, "222222222222")}');
  expect(registered?.error_message).toContain(
    "aws organizations register-delegated-administrator --service-principal iam.amazonaws.com --account-id 222222222222",
  );
});

test("a trail that others own is refused for each thing that it lacks, with the command that mends it", () => {
  const messages = checks((stack, place) => {
    new ExistingTrail(stack, "trail", {
      place,
      trailName: "theirs",
      logGroupName: "their-logs",
      logGroupArn: "arn:aws:logs:us-east-1:111111111111:log-group:their-logs",
    });
    return undefined;
  });
  expect(messages.map((check) => check.error_message.replace(/, got .*: /, ", …: "))).toEqual([
    "auditTrail.trailName must be an organization trail, …: aws cloudtrail update-trail --name theirs --is-organization-trail",
    "auditTrail.trailName must be a multi-Region trail, …: aws cloudtrail update-trail --name theirs --is-multi-region-trail",
    "auditTrail.trailName must be a trail that is logging, …: aws cloudtrail start-logging --name theirs",
    expect.stringContaining("auditTrail.logGroupName must be the log group that theirs delivers to, got their-logs"),
  ]);
});
