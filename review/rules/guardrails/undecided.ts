import { attachedIn, policiesOf } from "../../guardrails/attached";
import { lossesIn } from "../../guardrails/losses";
import { lostExactly } from "../../guardrails/lost-exactly";
import { placesInWords } from "../../guardrails/places";
import type { ReviewInput } from "../../model/review-input";
import { canonical } from "../../model/thing";
import { actionsOf, uncovered } from "../../policy/covers";
import { changedStatements, statementDiff } from "../../policy/statement-diff";
import type { Found, ReviewRule } from "../rule";
import { placeOf, ticked } from "../words";
import { otherPolicies } from "./other-policies";

/** Policies whose denials may have become fewer. */
const doubts = (input: ReviewInput): readonly Found[] =>
  lossesIn(input)
    .filter(({ witness }) => witness === undefined)
    .map((loss) => ({ ...loss, exactly: lostExactly(input.organization, loss) }))
    .map(({ policy, after, places, targets, atoms, doubt = "", exactly }) => ({
      place: policy.key.replace(" ", ": "),
      isCounted: true,
      exactly,
      words: `whether \`${policy.name}\` still denies ${atoms.length === 0 ? "what it did" : ticked(actionsOf(atoms))} on ${placesInWords(input.organization, places, targets)} could not be decided`,
      details: [doubt],
      diff: statementDiff(policy.text, after?.text),
    }));

/** What allows is judged by what else is attached to a level, which a plan does not say: more of it is told. */
function allowances(input: ReviewInput): readonly Found[] {
  const before = new Map(policiesOf(input.before).map(([, policy]) => [policy.key, policy]));
  return policiesOf(input.after).flatMap(([thing, policy]) => {
    const was = before.get(policy.key);
    if (was === undefined || policy.type !== "SERVICE_CONTROL_POLICY") return [];
    const more = uncovered("Allow", policy.statements ?? [], was.statements ?? []);
    return more.length === 0
      ? []
      : [
          {
            place: placeOf(thing),
            words: `\`${policy.name}\` allows more than before: ${ticked(actionsOf(more))}`,
            details: [
              "An allow list bounds a level only where FullAWSAccess is not attached, which a plan does not say.",
            ],
            diff: statementDiff(was.text, policy.text),
            exactly: changedStatements(was.text, policy.text),
          },
        ];
  });
}

/** Policies that deny less and are attached nowhere that a review sees: another stack, or a person, may have done that. */
function unattached(input: ReviewInput): readonly Found[] {
  const attached = new Set(attachedIn(input, "before").known.map(({ policy }) => policy.key));
  const before = new Map(policiesOf(input.before).map(([, policy]) => [policy.key, policy]));
  return policiesOf(input.after).flatMap(([thing, policy]) => {
    const was = before.get(policy.key);
    if (was === undefined || attached.has(policy.key) || canonical(was.text) === canonical(policy.text)) return [];
    const less = uncovered("Deny", was.statements ?? [], policy.statements ?? []);
    return less.length === 0
      ? []
      : [
          {
            place: placeOf(thing),
            words: `\`${policy.name}\` denies less than before: ${ticked(actionsOf(less))}`,
            details: ["No reviewed stack attaches it: where it is attached, a plan does not say."],
            diff: statementDiff(was.text, policy.text),
            exactly: changedStatements(was.text, policy.text),
          },
        ];
  });
}

/** What allows and comes to a target where nothing that is known to be attached allows as much. */
function allowed(input: ReviewInput): readonly Found[] {
  const before = attachedIn(input, "before").known;
  return attachedIn(input, "after").known.flatMap(({ policy, target }) => {
    if (policy.type !== "SERVICE_CONTROL_POLICY") return [];
    const there = before.filter((each) => each.target === target).map((each) => each.policy);
    if (there.some(({ key }) => key === policy.key)) return [];
    const more = uncovered(
      "Allow",
      policy.statements ?? [],
      there.flatMap(({ statements }) => statements ?? []),
    );
    return more.length === 0
      ? []
      : [
          {
            place: policy.key.replace(" ", ": "),
            words: `\`${policy.name}\` comes to \`${input.organization.nameOf(target)}\` and allows ${ticked(actionsOf(more))} there`,
            exactly: more,
            details: ["Where an allow list bounded that level, and not FullAWSAccess, more is possible than before."],
          },
        ];
  });
}

/** Attachments that change and of which the plan does not know what is attached, or where. */
function openAttachments(input: ReviewInput): readonly Found[] {
  const open = new Set(attachedIn(input, "after").open.map(placeOf));
  return input.changes
    .filter(({ action, after }) => action !== "nothing" && after !== undefined && open.has(placeOf(after)))
    .map((change) => ({
      // What comes takes nothing away; whom it locks out, nobody can read.
      ...(change.action === "create" ? { severity: "medium" as const } : {}),
      place: placeOf(change),
      words: `what \`${change.address}\` attaches, or where, could not be decided`,
      details: [
        "The plan knows it only after the apply, or the policy is of no stack and no organization that was read.",
      ],
    }));
}

export const guardrailUndecided: ReviewRule = {
  id: "guardrail-undecided",
  severity: "high",
  fires: "a policy changes, and our evaluators can neither show a call that is no longer denied nor that there is none",
  matters: "what nobody can judge may be the way around: a person has to read the statements",
  find: (input) => [
    ...doubts(input),
    ...unattached(input),
    ...allowances(input),
    ...allowed(input),
    ...openAttachments(input),
    ...otherPolicies(input),
  ],
};
