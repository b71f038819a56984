import type { Blueprint } from "../../../config";
import type { Snapshot } from "../../../organization/tree/snapshot";
import { describe, evaluate, type Call } from "../../../proofs/policy";
import type { Control } from "../../control";
import { accountText, applied, gap, inForce, judged, unknown, type Finding, type Mend } from "../../item";
import { wayTo } from "./levels";

/** One call of each kind that the checklist would keep from root: reading, a key, a server, a setting of a bucket. */
const CALLS = ["s3:ListAllMyBuckets", "iam:CreateAccessKey", "ec2:RunInstances", "s3:PutBucketPolicy"];

const PROMOTE: Mend = {
  mend: 'attach deny-root-user above it: "root" among its targets in the configuration, after an empty audit and a drill',
  ...applied("guardrails"),
};

/** A call of the account's root user, as AWS sees it now. */
const rootCall = (
  account: string,
  action: string,
  { partition, baseline, homeRegion }: Blueprint,
  now: Date,
): Call => ({
  principal: { type: "root", account, partition: partition.id, organization: baseline.organization.id },
  action,
  context: { "aws:RequestedRegion": homeRegion, "aws:SecureTransport": true, "aws:ViaAWSService": false },
  at: now.toISOString().replace(/\.\d+Z$/, "Z"),
});

function judgeAccount(
  account: Snapshot["accounts"][number],
  snapshot: Snapshot,
  { blueprint, now }: { readonly blueprint: Blueprint; readonly now: Date },
): Finding {
  const of = accountText(account);
  const { levels, unjudged } = wayTo(account, snapshot);
  const verdicts = CALLS.map((action) => evaluate(rootCall(account.id, action, blueprint, now), levels));
  const names = levels.flatMap(({ policies }) => policies.map(({ name }) => name));
  const attached = `attached on the way: ${[...new Set([...names, ...unjudged])].join(", ") || "nothing"}`;
  const open = CALLS.filter((_, index) => verdicts[index]?.decision !== "denied");
  const [first] = verdicts;
  if (open.length === 0 && first !== undefined) return inForce(of, `${describe(first)}; ${attached}`);
  if (unjudged.length > 0)
    return unknown(of, `${unjudged.join(", ")} cannot be judged by a program; ${attached}`, {
      mend: `a person reads ${unjudged.join(", ")}`,
    });
  return gap(of, `root is let through (${open.join(", ")}); ${attached}`, PROMOTE);
}

export const rootDenied: Control = {
  id: "root-denied",
  title: "Every member account's root user is denied everything",
  matters: "IAM does not limit root. Only a policy above the account does, and only where it really reaches it.",
  checklist: 3,
  references: [{ source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.7" }],
  reads: [
    "organizations:ListPolicies",
    "organizations:DescribePolicy",
    "organizations:ListTargetsForPolicy",
    "organizations:ListOrganizationalUnitsForParent",
    "organizations:ListAccountsForParent",
  ],
  judge: ({ live: { snapshot }, blueprint, now }) =>
    judged("member accounts", snapshot, (organization) => {
      const members = organization.accounts.filter(({ id }) => id !== organization.managementAccount);
      return members.length === 0
        ? [inForce("member accounts", "there are none")]
        : members.map((account) => judgeAccount(account, organization, { blueprint, now }));
    }),
};
