import type { Event } from "../../../catalogue/detection";
import { roleCall, roleIdentity } from "../../../catalogue/detections/sample-calls";
import { ROOT_API_CALL, ROOT_IDENTITY } from "../../../catalogue/detections/sample-events";
import { assumeRoot, UNLOCK_ROLE } from "../../../catalogue/detections/sample-root-sessions";

/** Records of root sessions of one day, on documentation accounts, each as CloudTrail writes it. */

const at = (time: string): string => `2026-01-15T${time}Z`;

/** Access key of the break-glass session, and of the root session that it opens. */
export const CALLER_KEY = "ASIABREAKGLASSEXAMPL";
export const SESSION_KEY = "ASIAROOTSESSIONEXAMP";

export const ROLE_ARN = `arn:aws:iam::222222222222:role/${UNLOCK_ROLE}`;

const PERSON = "arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_BreakGlass_0123456789abcdef/alice@example.com";

/** A person becomes break glass. */
export const assumeRole = (changes: Event = {}): Event =>
  roleCall("sts", "AssumeRole", {
    eventID: "assume-role",
    eventTime: at("10:00:00"),
    userIdentity: { ...roleIdentity("222222222222", "AWSReservedSSO_BreakGlass_0123456789abcdef"), arn: PERSON },
    requestParameters: { roleArn: ROLE_ARN, roleSessionName: "INC-4711,alice@example.com" },
    responseElements: { credentials: { accessKeyId: CALLER_KEY } },
    recipientAccountId: "222222222222",
    ...changes,
  });

/** Break glass opens a root session. */
export const opens = (changes: Event = {}, name = "INC-4711,alice@example.com"): Event =>
  assumeRoot(UNLOCK_ROLE, "S3UnlockBucketPolicy", {
    eventID: "assume-root",
    eventTime: at("10:01:00"),
    userIdentity: {
      ...roleIdentity("222222222222", UNLOCK_ROLE),
      arn: `arn:aws:sts::222222222222:assumed-role/${UNLOCK_ROLE}/${name}`,
      accessKeyId: CALLER_KEY,
    },
    responseElements: { credentials: { accessKeyId: SESSION_KEY } },
    ...changes,
  });

const rootIdentity = (accessKeyId: string, created: string): Event => ({
  ...ROOT_IDENTITY,
  accessKeyId,
  sessionContext: { attributes: { creationDate: at(created), mfaAuthenticated: "false" } },
});

/** Root unlocks a bucket in that session. */
export const act = (changes: Event = {}): Event => ({
  ...ROOT_API_CALL,
  eventID: "act",
  eventTime: at("10:02:00"),
  userIdentity: rootIdentity(SESSION_KEY, "10:01:00"),
  ...changes,
});

/** The same with another key, made at another time. */
export const actWith = (accessKeyId: string, created: string, time: string, changes: Event = {}): Event =>
  act({
    eventID: `act-${accessKeyId}-${time}`,
    eventTime: at(time),
    userIdentity: rootIdentity(accessKeyId, created),
    ...changes,
  });

/** Something else, so that the records begin early and end late. */
export const bystander = (time: string): Event =>
  roleCall("ec2", "DescribeInstances", { eventID: `bystander-${time}`, eventTime: at(time) });

export const DAY: readonly Event[] = [bystander("08:00:00"), assumeRole(), opens(), act(), bystander("18:00:00")];
