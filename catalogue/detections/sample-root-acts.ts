import type { Event } from "../detection";

/** Records of root acts in the ways that a list of known types misses. Each is a variation of one record of a root user. */

const identity = (record: Event): Event => record["userIdentity"] as Event;

const invoked = (record: Event, invokedBy: unknown): Event => ({
  ...record,
  userIdentity: { ...identity(record), invokedBy },
});

/** The record without its type. */
export const withoutType = (record: Event): Event =>
  Object.fromEntries(Object.entries(record).filter(([field]) => field !== "eventType"));

/**
 * The same act of a person, recorded otherwise: in the console, where `invokedBy` names the sign-in service beside the
 * person's address (as in CloudTrail's example of StartLogging), or AWS itself (as in the example of the Health service);
 * without a type; with a type that did not exist when this was written; with nulls in place of missing fields.
 */
export const rootActsElsewise = (record: Event): readonly Event[] => [
  { ...invoked(record, "signin.amazonaws.com"), userAgent: "signin.amazonaws.com" },
  { ...invoked(record, "signin.amazonaws.com.cn"), userAgent: "signin.amazonaws.com.cn" },
  { ...invoked(record, "AWS Internal"), userAgent: "AWS Internal" },
  withoutType(record),
  { ...invoked(record, null), eventType: null },
  { ...record, eventType: "AwsVpceEvent" },
  { ...record, eventType: "AwsAgentAction" },
];

const federated = (record: Event, type: string, name: string): Event => {
  const { accountId } = identity(record);
  return {
    ...record,
    userIdentity: {
      type: "FederatedUser",
      principalId: `${String(accountId)}:bob`,
      arn: `arn:aws:sts::${String(accountId)}:federated-user/bob`,
      accountId,
      accessKeyId: "ASIAEXAMPLE",
      sessionContext: {
        sessionIssuer: { type, principalId: accountId, arn: `arn:aws:iam::${String(accountId)}:${name}`, accountId },
      },
    },
  };
};

/** What a session does that root made with GetFederationToken: root's rights under another name. */
export const rootFederation = (record: Event): Event => federated(record, "Root", "root");

/** The same, made by an IAM user. */
export const userFederation = (record: Event): Event => federated(record, "IAMUser", "user/root");
