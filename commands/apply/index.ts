import { readPlanFolder, type PlanFolder } from "../../terraform/plan-folder";
import { differences, type Difference } from "../../terraform/planning/differences";
import { normalizedChanges } from "../../terraform/planning/normalized-changes";
import type { PlannedStack } from "../../terraform/planning/plan-stacks";
import type { Asked } from "../contract/arguments";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import type { OptionTable } from "../contract/options";
import { printJson } from "../output/json";
import { withStacks, type Session } from "../session";
import { checkConfirmable, isConfirmed } from "../session/confirmation";
import { SESSION_OPTIONS } from "../session/options";
import { changesTable, failuresText } from "../session/report";
import { applyStacks, type Applied } from "./apply-stacks";
import { differenceLines } from "./differences-text";
import { configurationRefusals, providerRefusals, toolRefusals } from "./sameness";

const FOLDER = "plans";

const OPTIONS = {
  yes: { takes: "nothing", says: "apply without asking. Nobody is ever asked under CI or without a terminal" },
  ...SESSION_OPTIONS,
} as const satisfies OptionTable;

type Options = Asked<typeof OPTIONS>["options"];

/** A stack whose changes are not the reviewed ones. */
interface Other {
  readonly name: string;
  readonly differences: readonly Difference[];
}

/** A stack in which nothing is left to change can change nothing that was not reviewed: an apply has been there. */
function othersThanReviewed({ stacks }: PlanFolder, planned: readonly PlannedStack[]): readonly Other[] {
  return planned.flatMap(({ name, json, hasChanges }) => {
    if (!hasChanges) return [];
    const reviewed = stacks.find((stack) => stack.name === name)?.json;
    const found = differences(reviewed === undefined ? [] : normalizedChanges(reviewed), normalizedChanges(json));
    return found.length === 0 ? [] : [{ name, differences: found }];
  });
}

const NOTHING: Applied = { applied: [], failed: [], left: [] };

/** Says why nothing is applied, and ends with 2. */
function refuse(options: Options, reasons: readonly string[], others: readonly Other[] = []): ExitCode {
  if (options.json) printJson({ ...NOTHING, refused: reasons, differences: others });
  else {
    for (const reason of reasons) console.log(reason);
    for (const { name, differences: found } of others) console.log(differenceLines(name, found).join("\n"));
    console.log("\nNothing was applied. Plan and review again.");
  }
  return 2;
}

function report(options: Options, result: Applied): ExitCode {
  const { applied, failed, left } = result;
  if (options.json) printJson({ ...result, refused: [], differences: [] });
  else {
    console.log(applied.length === 0 ? "No stack was applied." : `Applied: ${applied.join(", ")}.`);
    if (left.length > 0) console.log(`Not begun: ${left.join(", ")}.`);
  }
  if (failed.length > 0) console.error(`\n${failuresText(failed)}`);
  return failed.length > 0 ? 1 : 0;
}

async function run(session: Session, reviewed: PlanFolder, options: Options): Promise<ExitCode> {
  const refusals = [...toolRefusals(session, reviewed), ...configurationRefusals(session, reviewed)];
  if (refusals.length > 0) return refuse(options, refusals);
  const names = reviewed.stacks.map(({ name }) => name);
  const { planned, failed } = await session.plan(names, {
    // The versions that were reviewed, even where a newer provider has come out meanwhile.
    lockOf: (stack) => reviewed.stacks.find(({ name }) => name === stack)?.lock,
  });
  session.progress.end();
  if (failed.length > 0) return report(options, { ...NOTHING, failed, left: planned.map(({ name }) => name) });
  const providers = providerRefusals(session, reviewed, planned);
  const others = othersThanReviewed(reviewed, planned);
  if (providers.length > 0 || others.length > 0) return refuse(options, providers, others);
  const plans = planned.filter(({ hasChanges }) => hasChanges);
  if (!options.json) console.log(`${changesTable(names, planned)}\n`);
  if (plans.length === 0) {
    if (options.json) return report(options, NOTHING);
    console.log("Nothing is left to apply.");
    return 0;
  }
  if (!options.yes && !(await isConfirmed("apply", "apply this"))) return refuse(options, ["the word was not typed"]);
  return report(options, await applyStacks(session, plans));
}

export const apply = command({
  name: "apply",
  summary: "plan again, and apply where the changes are the reviewed ones",
  about: [
    "Reads the folder that was reviewed, synthesizes, and plans its stacks again on what is live now. Where the changes are the reviewed ones (resource by resource, before and after, without what only the apply can know), it applies the new plans, each stack after those that it depends on. Otherwise it shows the difference and applies nothing.",
    "It applies nothing either where what is synthesized for a planned stack is not what was reviewed, where the tool is another or another minor version of it, or where a provider has another version. A stack in which nothing is left to change is passed over, so an apply that failed half-way can be run again as soon as its stack is reviewed again.",
    "The first stack that fails ends it, with Terraform's own words. Ctrl-C lets Terraform end what it has begun.",
  ],
  operands: { value: "[folder]", says: `what plan wrote and somebody reviewed. Default: ./${FOLDER}`, most: 1 },
  options: OPTIONS,
  exitCodes: {
    0: "applied, or nothing was left to apply",
    1: "a mistake in what was asked or configured, or a failure",
    2: "nothing was applied: the changes are not the reviewed ones, or the word was not typed",
  },
  run: ({ options, operands: [folder = FOLDER] }) => {
    checkConfirmable(options.yes);
    const reviewed = readPlanFolder(folder);
    return withStacks(options, (session) => run(session, reviewed, options));
  },
});
