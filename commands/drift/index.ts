import { blueprintOf } from "../../config";
import { readPlanFolder, type PlanFolder } from "../../terraform/plan-folder";
import { driftOf } from "../../terraform/planning/drift";
import type { Asked } from "../contract/arguments";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import type { OptionTable } from "../contract/options";
import { printJson } from "../output/json";
import { withStacks, type Session } from "../session";
import { LOCK_OPTION, SESSION_OPTIONS } from "../session/options";
import { chosenStacks, failuresText } from "../session/report";
import { asJson } from "./as-json";
import { driftLines } from "./report";
import { whoCould } from "./who";
import { whoLines } from "./who/lines";
import { NOWHERE_KNOWN, unitsAboveOf } from "./who/units";

const OPTIONS = {
  plans: {
    takes: "one",
    value: "<folder>",
    says: "what `plan` saved: of the organization beside it, this takes in which units accounts lie",
  },
  ...SESSION_OPTIONS,
  ...LOCK_OPTION,
} as const satisfies OptionTable;

type Options = Asked<typeof OPTIONS>["options"];

/** The stack that attaches the guardrails. */
const GUARDRAILS = "guardrails";

async function run(
  session: Session,
  options: Options,
  named: readonly string[],
  saved: PlanFolder | undefined,
): Promise<ExitCode> {
  const blueprint = blueprintOf(session.baseline);
  const unitsAbove = saved === undefined ? NOWHERE_KNOWN : unitsAboveOf(blueprint, saved);
  const { planned, failed } = await session.plan(chosenStacks(session.stacks, named));
  session.progress.end();
  const drifts = planned.map(({ name: stack, json }) => ({ stack, ...driftOf(json) }));
  const isOther = planned.some(({ hasChanges }) => hasChanges);
  const who = whoCould(blueprint, drifts, unitsAbove);
  if (options.json) printJson({ ...asJson(drifts, who), failed });
  else {
    const isAsked = drifts.some(({ stack }) => stack === GUARDRAILS);
    driftLines(drifts, whoLines(who, isAsked)).forEach((line) => console.log(line));
    if (failed.length === 0 && !isOther) console.log("Everything is as it was applied.");
  }
  if (failed.length > 0) {
    console.error(failuresText(failed));
    return 1;
  }
  return isOther ? 2 : 0;
}

export const drift = command({
  name: "drift",
  summary: "what is no longer as it was applied, and who can have changed it",
  about: [
    "Synthesizes and plans all stacks or the named ones, with a refresh of what is deployed, and says resource by resource what was changed behind Terraform's back, and what an apply would change for another reason. Changes nothing.",
    "For what an apply would set back it says who can have changed it: the API calls that do, in which account and Region, whom the guardrails of this configuration let make them there, and the look-up in CloudTrail that names the person. What it cannot decide it says: what somebody's own policies permit, the configuration does not hold, and in which units an account lies only --plans knows.",
    "What AWS computes, and what the configuration leaves open, is shown and is no drift by itself: no apply would change it.",
  ],
  operands: { value: "[stacks…]", says: "names of stacks, such as guardrails. Default: all" },
  options: OPTIONS,
  exitCodes: {
    0: "everything is as it was applied and as it is configured",
    1: "a mistake in what was asked or configured, or a failure",
    2: "something drifted, or an apply would change something for another reason",
  },
  run: ({ options, operands }) => {
    const saved = options.plans === undefined ? undefined : readPlanFolder(options.plans);
    return withStacks(options, (session) => run(session, options, operands, saved));
  },
});
