import { FILTER_PATTERN_MAX_CHARACTERS, parseFilterPattern, renderFilterPattern } from "../../../proofs/filter-pattern";
import { counts, FIRES, OPEN, QUIET } from "./counts";
import * as events from "./events";
import { prescribed } from "./prescribed";

const on = (name: string, event: unknown): readonly boolean[] => counts(prescribed[name] ?? name, event);

test.each(Object.entries(prescribed))("%s reads, and reads the same after rendering", (_name, text) => {
  const pattern = parseFilterPattern(text);
  expect(text.length).toBeLessThanOrEqual(FILTER_PATTERN_MAX_CHARACTERS);
  expect(parseFilterPattern(renderFilterPattern(pattern))).toEqual(pattern);
});

describe("CloudWatch.1, root user", () => {
  test("fires for a console sign-in, failed or not", () => {
    expect(on("CloudWatch.1", events.signIn)).toEqual(FIRES);
    expect(on("CloudWatch.1", events.failedSignIn)).toEqual(FIRES);
  });
  test("stays quiet where a service acts for root", () =>
    expect(on("CloudWatch.1", events.rootByService)).toEqual(QUIET));
  test("stays quiet for a service event", () => expect(on("CloudWatch.1", events.serviceEvent)).toEqual(QUIET));
  test("stays quiet for an IAM user", () => expect(on("CloudWatch.1", events.userSignIn)).toEqual(QUIET));
  test("depends on the reading only without an event type", () =>
    expect(on("CloudWatch.1", { userIdentity: events.rootUser })).toEqual(OPEN));
});

describe("CloudWatch.2, unauthorized calls", () => {
  test.each(["Client.UnauthorizedOperation", "AccessDenied", "AccessDeniedException"])("fires for %s", (errorCode) =>
    expect(on("CloudWatch.2", events.call("ec2.amazonaws.com", "RunInstances", { errorCode }))).toEqual(FIRES),
  );
  test.each(["UnauthorizedOperationLater", "Client.AccessDenied", "accessdenied"])("stays quiet for %s", (errorCode) =>
    expect(on("CloudWatch.2", events.call("ec2.amazonaws.com", "RunInstances", { errorCode }))).toEqual(QUIET),
  );
  test("stays quiet for a call that succeeds", () =>
    expect(on("CloudWatch.2", events.call("ec2.amazonaws.com", "RunInstances"))).toEqual(QUIET));
});

describe("CloudWatch.3, sign-in without MFA", () => {
  test("fires for a user without MFA", () => expect(on("CloudWatch.3", events.userSignIn)).toEqual(FIRES));
  test("stays quiet for a user with MFA, root and a failure", () => {
    expect(on("CloudWatch.3", events.userSignInWithMfa)).toEqual(QUIET);
    expect(on("CloudWatch.3", events.signIn)).toEqual(QUIET);
    expect(on("CloudWatch.3", { ...events.failedSignIn, userIdentity: events.iamUser })).toEqual(QUIET);
  });
  test("depends on the reading where the record does not say whether MFA was used", () =>
    expect(on("CloudWatch.3", { ...events.userSignIn, additionalEventData: null })).toEqual(OPEN));
});

describe("CloudWatch.6, failed sign-in", () => {
  test("fires", () => expect(on("CloudWatch.6", events.failedSignIn)).toEqual(FIRES));
  test("stays quiet for a success", () => expect(on("CloudWatch.6", events.signIn)).toEqual(QUIET));
  test("stays quiet for another message", () =>
    expect(on("CloudWatch.6", { ...events.failedSignIn, errorMessage: "No username found" })).toEqual(QUIET));
});

/** Filters on names: one call that counts, and one near miss. */
const NAMED: readonly (readonly [string, string, string, string, string])[] = [
  ["CloudWatch.4", "iam.amazonaws.com", "AttachRolePolicy", "iam.amazonaws.com", "ListPolicies"],
  ["CloudWatch.5", "cloudtrail.amazonaws.com", "StopLogging", "cloudtrail.amazonaws.com", "LookupEvents"],
  ["CloudWatch.7", "kms.amazonaws.com", "ScheduleKeyDeletion", "acm.amazonaws.com", "ScheduleKeyDeletion"],
  ["CloudWatch.8", "s3.amazonaws.com", "PutBucketPolicy", "s3.amazonaws.com", "GetBucketPolicy"],
  ["CloudWatch.9", "config.amazonaws.com", "StopConfigurationRecorder", "s3.amazonaws.com", "DeleteDeliveryChannel"],
  ["CloudWatch.10", "ec2.amazonaws.com", "DeleteSecurityGroup", "ec2.amazonaws.com", "DescribeSecurityGroups"],
  ["CloudWatch.11", "ec2.amazonaws.com", "CreateNetworkAcl", "ec2.amazonaws.com", "createNetworkAcl"],
  ["CloudWatch.12", "ec2.amazonaws.com", "AttachInternetGateway", "ec2.amazonaws.com", "DescribeInternetGateways"],
  ["CloudWatch.13", "ec2.amazonaws.com", "DeleteRoute", "apigateway.amazonaws.com", "DeleteRoute"],
  ["CloudWatch.14", "ec2.amazonaws.com", "EnableVpcClassicLink", "ec2.amazonaws.com", "DescribeVpcs"],
  ["organizations", "organizations.amazonaws.com", "LeaveOrganization", "iam.amazonaws.com", "CreatePolicy"],
];

test.each(NAMED)("%s fires for %s %s, not for %s %s", (name, source, eventName, otherSource, otherName) => {
  expect(on(name, events.call(source, eventName))).toEqual(FIRES);
  expect(on(name, events.call(otherSource, otherName))).toEqual(QUIET);
});
