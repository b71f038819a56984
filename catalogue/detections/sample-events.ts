import type { Event } from "../detection";

/**
 * Records in the shape that CloudTrail documents (User Guide: record contents, console sign-in events), on
 * documentation accounts and addresses. The proofs vary them by a field or two.
 */

export const ROOT_IDENTITY = {
  type: "Root",
  principalId: "444444444444",
  arn: "arn:aws:iam::444444444444:root",
  accountId: "444444444444",
} as const;

export const MANAGEMENT_ROOT_IDENTITY = {
  type: "Root",
  principalId: "111111111111",
  arn: "arn:aws:iam::111111111111:root",
  accountId: "111111111111",
} as const;

/** A successful console sign-in of a member's root user. Sign-in records carry an empty access key id. */
export const ROOT_SIGN_IN: Event = {
  eventVersion: "1.08",
  userIdentity: { ...ROOT_IDENTITY, accessKeyId: "" },
  eventTime: "2026-01-15T09:24:34Z",
  eventSource: "signin.amazonaws.com",
  eventName: "ConsoleLogin",
  awsRegion: "us-east-1",
  sourceIPAddress: "192.0.2.10",
  userAgent: "Mozilla/5.0",
  requestParameters: null,
  responseElements: { ConsoleLogin: "Success" },
  additionalEventData: { MobileVersion: "No", MFAUsed: "Yes" },
  eventID: "11111111-2222-4333-8444-555555555555",
  eventType: "AwsConsoleSignIn",
  recipientAccountId: "444444444444",
};

/** A failed console sign-in of a member's root user. */
export const ROOT_SIGN_IN_FAILURE: Event = {
  ...ROOT_SIGN_IN,
  errorMessage: "Failed authentication",
  responseElements: { ConsoleLogin: "Failure" },
};

/** A sign-in of an IAM user. */
export const USER_SIGN_IN: Event = {
  ...ROOT_SIGN_IN,
  userIdentity: {
    type: "IAMUser",
    principalId: "AIDAEXAMPLE",
    arn: "arn:aws:iam::444444444444:user/root",
    accountId: "444444444444",
    userName: "root",
  },
};

/** An API call of a member's root user, with temporary credentials of the console. */
export const ROOT_API_CALL: Event = {
  eventVersion: "1.10",
  userIdentity: {
    ...ROOT_IDENTITY,
    accessKeyId: "ASIAIOSFODNN7EXAMPLE",
    sessionContext: { attributes: { creationDate: "2026-01-15T09:24:34Z", mfaAuthenticated: "true" } },
  },
  eventTime: "2026-01-15T09:31:02Z",
  eventSource: "s3.amazonaws.com",
  eventName: "DeleteBucketPolicy",
  awsRegion: "eu-west-1",
  sourceIPAddress: "192.0.2.10",
  userAgent: "aws-cli/2",
  requestParameters: { bucketName: "example" },
  responseElements: null,
  eventType: "AwsApiCall",
  recipientAccountId: "444444444444",
};

/** The envelope that EventBridge puts around a console sign-in record. */
export const signInEnvelope = (record: Event, account: string): Event => ({
  version: "0",
  id: "22222222-3333-4444-8555-666666666666",
  "detail-type": "AWS Console Sign In via CloudTrail",
  source: "aws.signin",
  account,
  time: "2026-01-15T09:24:34Z",
  region: "us-east-1",
  resources: [],
  detail: record,
});

/** The envelope that EventBridge puts around the record of an API call, or of what a service wrote down by itself. */
export const apiCallEnvelope = (record: Event): Event => ({
  version: "0",
  id: "44444444-5555-4666-8777-888888888888",
  "detail-type":
    record["eventType"] === "AwsServiceEvent" ? "AWS Service Event via CloudTrail" : "AWS API Call via CloudTrail",
  source: `aws.${String(record["eventSource"]).replace(".amazonaws.com", "")}`,
  account: record["recipientAccountId"],
  time: record["eventTime"],
  region: record["awsRegion"],
  resources: [],
  detail: record,
});

/** An alarm of the management account that changed to a state, as EventBridge delivers it (CloudWatch User Guide). */
export const alarmEnvelope = (alarmName: string, state: "ALARM" | "OK" = "ALARM"): Event => ({
  version: "0",
  id: "55555555-6666-4777-8888-999999999999",
  "detail-type": "CloudWatch Alarm State Change",
  source: "aws.cloudwatch",
  account: "111111111111",
  time: "2026-01-15T10:05:00Z",
  region: "us-east-1",
  resources: [`arn:aws:cloudwatch:us-east-1:111111111111:alarm:${alarmName}`],
  detail: {
    alarmName,
    state: { value: state, timestamp: "2026-01-15T10:05:00.000+0000" },
    previousState: { value: "OK" },
  },
});

/** A GuardDuty finding as EventBridge delivers it to the delegated administrator. */
export const findingEnvelope = (type: string, severity: number): Event => ({
  version: "0",
  id: "33333333-4444-4555-8666-777777777777",
  "detail-type": "GuardDuty Finding",
  source: "aws.guardduty",
  account: "222222222222",
  time: "2026-01-15T09:40:00Z",
  region: "eu-west-1",
  resources: [],
  detail: { schemaVersion: "2.0", accountId: "444444444444", region: "eu-west-1", id: "example", type, severity },
});

/** A finding about somebody: who GuardDuty says it was. */
export const byActor = (type: string, severity: number, userType: string, userName: string): Event => {
  const envelope = findingEnvelope(type, severity);
  const detail = { accountId: "444444444444", region: "eu-west-1", type, severity };
  return { ...envelope, detail: { ...detail, resource: { accessKeyDetails: { userType, userName } } } };
};
