import { checkReplaceable, writePlanFolder } from "../../terraform/plan-folder";
import type { Asked } from "../contract/arguments";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import { sentenceOf } from "../contract/mistake";
import type { OptionTable } from "../contract/options";
import { printJson } from "../output/json";
import { withStacks, type Session } from "../session";
import type { Live } from "../session/live";
import { LOCK_OPTION, SESSION_OPTIONS, SYNTHESIZED_OPTION } from "../session/options";
import { changesTable, chosenStacks, failuresText } from "../session/report";
import { contentsOf } from "./contents";
import { foundLines } from "./report";

const FOLDER = "plans";

const OPTIONS = {
  out: { takes: "one", value: "<folder>", says: `receives the plans. Earlier ones are replaced. Default: ./${FOLDER}` },
  changed: {
    takes: "one",
    value: "<git ref>",
    says: "only stacks of which that commit synthesizes something else, such as origin/main. What drifted in the others is not seen",
    rule: { must: "be a branch, tag or commit", holds: (text) => !text.startsWith("-") },
  },
  "no-organization": {
    takes: "nothing",
    says: "do not read the live organization: nothing is said of what is there already, or of who is touched",
  },
  ...SYNTHESIZED_OPTION,
  ...SESSION_OPTIONS,
  ...LOCK_OPTION,
} as const satisfies OptionTable;

/** Loaded only when asked for: it brings the AWS SDK. */
const liveReader = () => import("../session/live.ts");

/** What was read of the organization, or why it could not be. */
async function readOrganization(session: Session): Promise<Live | { readonly why: string }> {
  try {
    const { readLive } = await liveReader();
    session.progress.tell("organization", "read");
    const live = await readLive(session.baseline);
    session.progress.tell("organization", "done");
    return live;
  } catch (error) {
    const why = sentenceOf(error);
    if (why === undefined) throw error;
    session.progress.tell("organization", "failed");
    return { why: `${why} (--no-organization plans without it)` };
  }
}

type Options = Asked<typeof OPTIONS>["options"];

async function run(session: Session, options: Options, named: readonly string[], folder: string): Promise<ExitCode> {
  const chosen = chosenStacks(session.stacks, named);
  const changed = options.changed === undefined ? chosen : await session.changedSince(options.changed);
  const stacks = chosen.filter((stack) => changed.includes(stack));
  const [{ planned, failed: refused }, live] = await Promise.all([
    session.plan(stacks),
    options["no-organization"] ? undefined : readOrganization(session),
  ]);
  const failed = [
    ...refused,
    ...(live !== undefined && "why" in live ? [{ name: "organization", why: live.why }] : []),
  ];
  const organization = live === undefined || "why" in live ? undefined : live;
  const found = organization && (await liveReader()).compared(planned, organization.inventory);
  if (failed.length === 0) {
    const nothing = { existing: [], undecided: [] };
    writePlanFolder(folder, contentsOf(session, planned, organization?.organization, found ?? nothing));
  }
  session.progress.end();
  const written = failed.length === 0 ? folder : null;
  if (options.json) {
    const counted = planned.map(({ name, changes }) => ({ name, changes }));
    printJson({ folder: written, stacks: counted, failed, ...(found ?? { existing: null, undecided: null }) });
  } else {
    console.log(stacks.length === 0 ? "No stack is another than in that commit." : changesTable(stacks, planned));
    if (failed.length === 0) foundLines(found).forEach((line) => console.log(line));
    if (written !== null) console.log(`\nThe plans lie in ${written}. They hold secrets: only you may read them.`);
  }
  if (failed.length > 0) {
    console.error(`\n${failuresText(failed)}`);
    return 1;
  }
  return planned.some(({ hasChanges }) => hasChanges) ? 2 : 0;
}

export const plan = command({
  name: "plan",
  summary: "synthesize and plan the stacks into one folder, for review and apply",
  about: [
    "Synthesizes, initializes and plans all stacks or the named ones, some at a time. Saves each plan with its JSON and what was synthesized, and reads the units, accounts and policies of the live organization beside them. What a plan would create and is there already is named before an apply meets it.",
    "Where a stack cannot be planned, Terraform's own words say why, for every stack that fails, and no folder is written. Progress goes to the error output.",
    "Variables come as TF_VAR_<name>, settings of the backend as --backend-config. TF_CLI_ARGS is not heard, so that a plan is of the whole stack. The organization is read with the AWS credentials of the environment, which must be those of the management account.",
  ],
  operands: { value: "[stacks…]", says: "names of stacks, such as guardrails. Default: all" },
  options: OPTIONS,
  exitCodes: {
    0: "planned, and nothing is left to change",
    1: "a mistake in what was asked or configured, or a failure: no folder is written",
    2: "planned, and there is something to change",
  },
  run: ({ options, operands }) => {
    const folder = options.out ?? FOLDER;
    checkReplaceable(folder);
    return withStacks(options, (session) => run(session, options, operands, folder));
  },
});
