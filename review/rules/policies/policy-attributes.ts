import { isOnNew } from "../../model/owner";
import type { ReviewInput } from "../../model/review-input";
import { afterOf, beforeOf } from "../../model/same-thing";
import { canonical, type Change, type Thing } from "../../model/thing";

/** Attributes that hold a policy, and what it is the policy of. */
interface PolicyAttribute {
  readonly attribute: string;
  /** The thing whose policy it is, and what names it; none where it is the thing itself. */
  readonly of?: readonly [type: string, attribute: string];
  readonly kind: "resource" | "trust" | "permissions";
  readonly noun: string;
}

/** The policies in the types that we know. `aws_s3_bucket.policy` and the like only echo another resource. */
export const POLICY_ATTRIBUTES: Readonly<Record<string, PolicyAttribute>> = {
  aws_s3_bucket_policy: {
    attribute: "policy",
    of: ["aws_s3_bucket", "bucket"],
    kind: "resource",
    noun: "the policy of the bucket",
  },
  aws_kms_key: { attribute: "policy", kind: "resource", noun: "the policy of the key" },
  aws_sns_topic_policy: {
    attribute: "policy",
    of: ["aws_sns_topic", "arn"],
    kind: "resource",
    noun: "the policy of the topic",
  },
  aws_cloudwatch_event_bus_policy: {
    attribute: "policy",
    of: ["aws_cloudwatch_event_bus", "event_bus_name"],
    kind: "resource",
    noun: "the policy of the event bus",
  },
  aws_sqs_queue: { attribute: "policy", kind: "resource", noun: "the policy of the queue" },
  aws_sqs_queue_policy: {
    attribute: "policy",
    of: ["aws_sqs_queue", "queue_url"],
    kind: "resource",
    noun: "the policy of the queue",
  },
  aws_iam_role: { attribute: "assume_role_policy", kind: "trust", noun: "the trust of the role" },
  aws_iam_role_policy: {
    attribute: "policy",
    of: ["aws_iam_role", "role"],
    kind: "permissions",
    noun: "the permissions of the role",
  },
};

/** A policy that a change touches. */
export interface TouchedPolicy extends PolicyAttribute {
  readonly change: Change;
  /** Whose policy it is: as it will be or, where it goes, as it was. */
  readonly thing: Thing;
  /** Whether the thing that it is the policy of was there before. */
  readonly isOfOld: boolean;
  readonly before: unknown;
  readonly after: unknown;
}

/** A policy may be new on something that was there: in a reviewed stack or, where none holds it, elsewhere. */
const isOld = (input: ReviewInput, thing: Thing, { of }: PolicyAttribute): boolean =>
  of !== undefined && !isOnNew(input, thing, ...of);

/** Every policy of a kind whose text differs before and after. */
export const touchedPolicies = (
  input: ReviewInput,
  kinds: readonly PolicyAttribute["kind"][],
): readonly TouchedPolicy[] =>
  input.changes.flatMap((change) => {
    const known = POLICY_ATTRIBUTES[change.type];
    if (known === undefined || change.action === "nothing" || !kinds.includes(known.kind)) return [];
    const [was, is] = [beforeOf(change, input), afterOf(change, input)];
    const thing = change.after ?? change.before;
    // A key or a queue that goes is told as a whole. What is under another address afterwards is told there.
    if (
      thing === undefined ||
      (is === undefined && ["aws_kms_key", "aws_sqs_queue"].includes(change.type)) ||
      (change.after === undefined && is !== undefined)
    )
      return [];
    const [before, after] = [was?.values[known.attribute], is?.values[known.attribute]];
    const isOfOld = was !== undefined || isOld(input, thing, known);
    return canonical(before) === canonical(after) ? [] : [{ ...known, change, thing, isOfOld, before, after }];
  });
