import type { Event } from "../detection";
import { ROOT_API_CALL, ROOT_IDENTITY } from "./sample-events";

/**
 * Records of API calls in the shape that CloudTrail documents (User Guide: record contents, userIdentity element), on
 * documentation accounts and addresses.
 */

/** Who a session of a role is. The role's ARN stands in `sessionContext.sessionIssuer.arn` only. */
export const roleIdentity = (account: string, role: string): Event => ({
  type: "AssumedRole",
  principalId: "AROAEXAMPLE:jane",
  arn: `arn:aws:sts::${account}:assumed-role/${role}/jane`,
  accountId: account,
  accessKeyId: "ASIAEXAMPLE",
  sessionContext: {
    sessionIssuer: {
      type: "Role",
      principalId: "AROAEXAMPLE",
      arn: `arn:aws:iam::${account}:role/${role}`,
      accountId: account,
      userName: role,
    },
    attributes: { creationDate: "2026-01-15T09:00:00Z", mfaAuthenticated: "true" },
  },
});

/** A call of an administrator in the management account. */
export const roleCall = (service: string, eventName: string, changes: Event = {}): Event => ({
  eventVersion: "1.10",
  userIdentity: roleIdentity("111111111111", "Administrator"),
  eventTime: "2026-01-15T10:02:11Z",
  eventSource: `${service}.amazonaws.com`,
  eventName,
  awsRegion: "us-east-1",
  sourceIPAddress: "192.0.2.20",
  userAgent: "aws-cli/2",
  requestParameters: null,
  responseElements: null,
  readOnly: false,
  eventType: "AwsApiCall",
  managementEvent: true,
  recipientAccountId: "111111111111",
  eventCategory: "Management",
  ...changes,
});

/** A call of a member's root user, with temporary credentials. */
export const rootCall = (service: string, eventName: string, changes: Event = {}): Event => ({
  ...ROOT_API_CALL,
  eventSource: `${service}.amazonaws.com`,
  eventName,
  requestParameters: null,
  ...changes,
});

/** A call that was refused. */
export const denied = (record: Event): Event => ({
  ...record,
  errorCode: "AccessDenied",
  errorMessage: "with an explicit deny in a service control policy",
});

/** A call that a service made for the root user. */
export const rootByService = (record: Event, service: string): Event => ({
  ...record,
  userIdentity: { ...ROOT_IDENTITY, invokedBy: service },
  sourceIPAddress: service,
  userAgent: service,
});

/** The same call in a request so large that CloudTrail leaves its parameters out (User Guide, record contents). */
export const padded = (record: Event): Event => ({
  ...record,
  requestParameters: { omitted: true, originalSize: 120_000, reason: "Field size exceeded" },
});

/** What a service wrote down without a request. */
export const serviceEvent = (record: Event): Event => ({ ...record, eventType: "AwsServiceEvent" });

/** The same call by a role that is named root. */
export const byRoleNamedRoot = (record: Event): Event => ({
  ...record,
  userIdentity: roleIdentity("444444444444", "root"),
});

/** A call of a role that has a root ARN among its parameters. */
export const ROOT_ARN_ELSEWHERE: Event = roleCall("s3", "GetBucketPolicy", {
  userIdentity: roleIdentity("444444444444", "Developer"),
  requestParameters: { bucketName: "example", principal: "arn:aws:iam::444444444444:root", type: "Root" },
  readOnly: true,
  recipientAccountId: "444444444444",
});
