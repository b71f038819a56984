import { indented } from "../../output/indented";
import type { Act, Answer } from ".";
import { lookUpLines } from "./look-up";
import type { Could } from "./judge";
import type { Suspects } from "./suspects";

/** Blanks in front of what an answer says, in which its labels stand. */
const BLANKS = 12;

/** A word for what the lines say, and what they say. */
const labelled = (label: string, text: string): readonly string[] => indented(text, BLANKS, `    ${label}`);

/** Things that are named before the rest is only counted: the list of what drifted names them all. */
const MOST_THINGS = 5;

function thingsLines(things: readonly string[]): readonly string[] {
  const more = things.length - MOST_THINGS;
  return [
    ...things.slice(0, MOST_THINGS).map((thing) => `  ${thing}`),
    ...(more > 0 ? [`  and ${more} more of the list above`] : []),
  ];
}

const callsText = ({ calls, unnamed }: Act): string =>
  [
    ...calls.map(({ eventSource, eventNames }) => `${eventNames.join(", ")} (${eventSource})`),
    ...unnamed.map((source) => `a call of ${source}; its name in CloudTrail is not known to us`),
  ].join("; ") || "no call that makes this change is known to us";

const actLines = (act: Act): readonly string[] => [
  ...thingsLines(act.things),
  ...[callsText(act), ...act.besides].flatMap((text) => indented(text, 6)),
];

const whereText = ({ account, part, regions }: Answer): string =>
  [
    `${account ?? "an account that the plan does not say"}${part === undefined ? "" : ` (${part})`}`,
    ...(regions.length === 0 ? ["a Region that the plan does not say"] : regions),
  ].join(", ");

/** `role/deploy` of the ARN: where it is, the line above says. */
const nameOf = (arn: string): string => arn.split(":").slice(5).join(":");

const PERMITTED = "whose own policies permit it";

function rootSentences(anybody: Could, root: Could): readonly string[] {
  if (root.can === "no")
    return anybody.can === "no" ? [] : [`not the root user: ${root.deniedBy.join(", ")} denies it`];
  if (root.can === "open") return anybody.can === "open" ? [] : [`root user undecided: ${root.because}`];
  return anybody.can === "yes" ? [] : ["the root user"];
}

function anybodySentence({ anybody, root, lapsed }: Suspects): string {
  if (anybody.can === "no") return `nobody else: ${anybody.deniedBy.join(", ")} denies it`;
  if (anybody.can === "open") return `undecided for others: ${anybody.because}`;
  const everybody = `anybody there ${PERMITTED}${root.can === "yes" ? ", root user included" : ""}`;
  return lapsed.length > 0
    ? `${everybody}: ${lapsed.join(", ")}, which denies it, is not as it is configured itself`
    : `${everybody}: no guardrail on that account denies it`;
}

/** Who, in sentences without an end. */
export function whoSentences(suspects: Suspects | undefined): readonly string[] {
  if (suspects === undefined) return ["undecided"];
  const { isUnbound, anybody, root, rootSessions, exempt } = suspects;
  if (isUnbound)
    return [`anybody there ${PERMITTED}, root user included: guardrails do not bind the management account`];
  const named = [
    ...(exempt.length === 0 ? [] : [`exempt: ${exempt.map(nameOf).join(", ")}`]),
    ...(rootSessions.length === 0 ? [] : [`a root session for ${rootSessions.join(" or ")}`]),
  ];
  return [...(anybody.can === "yes" ? [] : named), anybodySentence(suspects), ...rootSentences(anybody, root)];
}

const answerLines = (answer: Answer): readonly string[] => [
  ...answer.acts.flatMap(actLines),
  ...labelled("in", whereText(answer)),
  ...whoSentences(answer.suspects).flatMap((sentence, index) => labelled(index === 0 ? "who" : "", sentence)),
  ...lookUpLines(answer).map((line, index) => `${(index === 0 ? "    look up" : "").padEnd(BLANKS)}${line}`),
  "",
];

/** Who can have done it and where that is written down; nothing where nothing drifted. */
export const whoLines = (answers: readonly Answer[], wereGuardrailsPlanned: boolean): readonly string[] =>
  answers.length === 0
    ? []
    : [
        "Who can have done it:",
        ...answers.flatMap(answerLines),
        ...indented(
          "Look up with credentials of the account: CloudTrail keeps 90 days of management events there, and these calls are such. What is older is in the trail's log files: replay says which detections told of it, root-sessions who stands behind a root session.",
          2,
        ),
        ...indented(
          `Judged by the guardrails as they are configured${wereGuardrailsPlanned ? "" : " (whether they are attached was not asked: drift guardrails)"}. They bind neither AWS services nor service-linked roles.`,
          2,
        ),
        "",
      ];
