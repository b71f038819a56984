import { rootTask, taskPolicyArn, type RootTaskId } from "../catalogue/aws/root-tasks";
import type { Blueprint } from "../config";
import type { Caller } from "./caller";

/** A record of CloudTrail or a finding of GuardDuty, as a detection meets it. */
export type Recorded = Readonly<Record<string, unknown>>;

/** What is done in root sessions of a task. */
export interface Doing {
  readonly task: RootTaskId;
  /** Member account. */
  readonly account: string;
  /** Calls in the session, such as `iam:GetUser`. */
  readonly calls: readonly string[];
}

const sessionOf = (arn: string, account: string, issuer: string): Recorded => ({
  type: "AssumedRole",
  arn,
  accountId: account,
  sessionContext: {
    sessionIssuer: { type: "Role", arn: issuer, accountId: account, userName: issuer.split("/").at(-1) },
    attributes: { mfaAuthenticated: "false" },
  },
});

function identityOf({ arn, account, isUser, person }: Caller, partition: string): Recorded {
  if (isUser) return { type: "IAMUser", arn, accountId: account, userName: person };
  const role = arn.split("/").at(-2) ?? "";
  return sessionOf(arn, account, `arn:${partition}:iam::${account}:role/${role}`);
}

/**
 * What AWS records of one root session and of the way into it: the AssumeRole call, the AssumeRoot call, and each call
 * in the session. Source: IAM User Guide, Track privileged tasks in CloudTrail.
 */
export function recordsOf(blueprint: Blueprint, caller: Caller, { task, account, calls }: Doing): readonly Recorded[] {
  const { partition, homeRegion, accounts, names, arns } = blueprint;
  const role = names.breakGlassRole(task);
  const breakGlass = sessionOf(
    `arn:${partition.id}:sts::${accounts.security.id}:assumed-role/${role}/${caller.person}`,
    accounts.security.id,
    arns.breakGlassRole(task),
  );
  const record = (recipientAccountId: string, region: string, call: string, fields: Recorded): Recorded => ({
    eventVersion: "1.10",
    eventTime: new Date().toISOString(),
    eventSource: `${call.split(":")[0] ?? ""}.amazonaws.com`,
    eventName: call.split(":")[1],
    awsRegion: region,
    sourceIPAddress: "192.0.2.1",
    eventType: "AwsApiCall",
    managementEvent: true,
    readOnly: /:(Get|List|Assume)/.test(call),
    recipientAccountId,
    ...fields,
  });
  return [
    record(caller.account, homeRegion, "sts:AssumeRole", {
      userIdentity: identityOf(caller, partition.id),
      requestParameters: { roleArn: arns.breakGlassRole(task), roleSessionName: caller.person },
    }),
    record(accounts.security.id, homeRegion, "sts:AssumeRoot", {
      userIdentity: breakGlass,
      requestParameters: {
        targetPrincipal: account,
        taskPolicyArn: { arn: taskPolicyArn(partition.id, rootTask(task)) },
      },
    }),
    ...calls.map((call) =>
      record(account, call.startsWith("iam:") ? partition.globalRegion : homeRegion, call, {
        userIdentity: {
          type: "Root",
          principalId: account,
          arn: arns.rootUser(account),
          accountId: account,
          sessionContext: { attributes: { mfaAuthenticated: "false" } },
        },
        requestParameters: null,
      }),
    ),
  ];
}

/** The finding by which GuardDuty may tell of a root session. Source: GuardDuty User Guide, IAM finding types. */
export const findingOf = ({ partition }: Blueprint, account: string): Recorded => ({
  schemaVersion: "2.0",
  accountId: account,
  region: partition.globalRegion,
  partition: partition.id,
  type: "Policy:IAMUser/ShortTermRootCredentialUsage",
  severity: 2,
});
