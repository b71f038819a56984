import type { Asked } from "../contract/arguments";
import type { OptionTable } from "../contract/options";
import { TIME } from "../contract/time";

/** The options of `simulate`. */
export const OPTIONS = {
  account: {
    takes: "one",
    value: "<id|name>",
    says: "account of the caller: 12 digits, management, security or logArchive (--live: any name)",
  },
  principal: {
    takes: "one",
    value: "<who>",
    says: "root, assumed-root, an IAM ARN of a role or user, or a service (cloudtrail.amazonaws.com)",
  },
  action: { takes: "one", value: "<service:Name>", says: "the one action that is called" },
  resource: {
    takes: "one",
    value: "<arn>",
    says: "what it is called on. Default: no specific resource",
  },
  path: {
    takes: "many",
    value: "<OU path|id>",
    says: "where the account lies, such as Workloads/Prod, or the ids on the way down. Default: directly below the root",
  },
  context: {
    takes: "many",
    value: "<key=value>",
    says: "condition key of the request; repeat a key for a list. Default: aws:RequestedRegion is homeRegion, or the Region of a global service; aws:SecureTransport is true; aws:ViaAWSService is false",
    rule: { must: "be key=value", holds: (text) => /^[^=]+=/.test(text) },
  },
  absent: {
    takes: "many",
    value: "<key>",
    says: "condition key that the request does not carry. Whatever is neither given nor absent may be anything",
  },
  at: {
    takes: "one",
    value: "<time>",
    says: "when, in ISO 8601. Default: now",
    rule: TIME,
  },
  matrix: {
    takes: "nothing",
    says: "instead of one call: each guardrail, tried by each kind of principal, for each target",
    without: ["account", "principal", "action", "resource", "path", "context", "absent", "at", "live"],
  },
  live: {
    takes: "nothing",
    says: "read the policies, attachments and OU paths of the real organization, and judge them together with ours. Without --action: name every policy that would hold back what the baseline needs",
    without: ["path"],
  },
  json: { takes: "nothing", says: "the answer for machines" },
} as const satisfies OptionTable;

/** What was asked. */
export type Options = Asked<typeof OPTIONS>["options"];

/** Options that describe one call, and mean nothing without an action. */
export const OF_A_CALL = ["account", "principal", "resource", "context", "absent", "at"] as const;

/** Condition keys of the request: one value, or a list where the key was repeated. */
export function contextOf(pairs: readonly string[]): Readonly<Record<string, string | readonly string[]>> {
  const values = new Map<string, string[]>();
  for (const pair of pairs) {
    const key = pair.slice(0, pair.indexOf("="));
    values.set(key, [...(values.get(key) ?? []), pair.slice(key.length + 1)]);
  }
  return Object.fromEntries(
    [...values].map(([key, [first = "", ...more]]) => [key, more.length === 0 ? first : [first, ...more]]),
  );
}
