import { afterOf } from "../../model/same-thing";
import { changedAttributes } from "../../model/changed-attributes";
import { Unknown, type Action, type Change } from "../../model/thing";
import type { ReviewInput } from "../../model/review-input";
import { SAYS_NOTHING } from "../judged-attributes";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf } from "../words";

/** What holds records, or what records cannot be made or read without, and what goes with it. */
export const KEPT: Readonly<Record<string, string>> = {
  aws_s3_bucket: "bucket",
  aws_cloudwatch_log_group: "log group",
  aws_kms_key: "key",
  aws_cloudtrail: "trail",
  aws_guardduty_detector: "detector",
  aws_sns_topic: "topic",
  aws_sqs_queue: "queue",
  aws_cloudwatch_event_bus: "event bus",
  aws_organizations_organization: "organization",
};

const changed = ({ changes }: ReviewInput, action: Action): readonly (readonly [Change, string])[] =>
  changes.flatMap((change) => {
    const kind = KEPT[change.type];
    return change.action === action && kind !== undefined ? [[change, kind] as const] : [];
  });

const found = ({ before, stack, address }: Change, words: (name: string) => string): readonly Found[] =>
  before === undefined ? [] : [{ place: placeOf({ stack, address }), words: words(`\`${nameOf(before)}\``) }];

/** What is replaced because somebody asked for it (`-replace`) or because it is tainted: no attribute of it changes. */
function madeAnew(change: Change): readonly Found[] {
  const { action, type, after } = change;
  if (action !== "replace" || type in KEPT || !type.startsWith("aws_")) return [];
  const isAsked = changedAttributes(change).some(
    (key) => !SAYS_NOTHING.has(key) && !(after?.values[key] instanceof Unknown),
  );
  if (isAsked) return [];
  const words = (name: string) =>
    `${name} (${type}) is destroyed and made anew, though nothing of it changes: meanwhile there is none`;
  return found(change, words).map((each) => ({ ...each, severity: "medium" }));
}

export const keptDestroyed: ReviewRule = {
  id: "kept-destroyed",
  severity: "critical",
  fires: "something that keeps records, or without which they cannot be read, is destroyed",
  matters: "what it held is gone for good: no revert brings it back",
  find: (input) =>
    changed(input, "delete").flatMap(([change, kind]) =>
      found(change, (name) =>
        afterOf(change, input) === undefined
          ? `the ${kind} ${name} is destroyed`
          : `the ${kind} ${name} is destroyed and made anew under another address: what it held is gone`,
      ),
    ),
};

export const keptReplaced: ReviewRule = {
  id: "kept-replaced",
  severity: "critical",
  fires:
    "something that keeps records is destroyed and made anew, for a change that cannot be made in place; or anything is, without a change that asks for it",
  matters: "the new one is empty: what the old one held is gone, and whatever names the old one points nowhere",
  find: (input) =>
    changed(input, "replace")
      .flatMap(([change, kind]) => found(change, (name) => `the ${kind} ${name} is replaced: what it holds is gone`))
      .concat(input.changes.flatMap(madeAnew)),
};

export const keptForgotten: ReviewRule = {
  id: "kept-forgotten",
  severity: "medium",
  fires: "something leaves Terraform and is left standing",
  matters: "from now on nobody's plan says what happens to it",
  find: (input) =>
    input.changes
      .filter(({ action }) => action === "forget")
      .flatMap((change) => found(change, (name) => `${name} is left standing and no longer looked after`)),
};
