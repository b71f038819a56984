import {
  actionsOfOperation,
  PHASES,
  READBACK,
  RECORDING,
  UNRECORDED,
  type Part,
  type Phase,
} from "../../catalogue/pipeline";
import type { AccountName, Blueprint } from "../../config";
import type { JobRole } from "./trust";

/** What a role is for, in words, and which of the recorded phases it goes through. */
interface Kind {
  readonly says: string;
  readonly phases: readonly Phase[];
}

export const KINDS: Readonly<Record<JobRole, Kind>> = {
  plan: { says: "plan, review and drift: reads, and changes nothing", phases: ["plan"] },
  apply: { says: "apply: reads and changes what the baseline keeps", phases: PHASES },
  evidence: { says: "reads what the commands read, and no state", phases: [] },
};

/** The accounts with the parts that each plays: without a log archive, the management account plays it too. */
export function partsOf({ accounts }: Blueprint): ReadonlyMap<AccountName, readonly Part[]> {
  return accounts.ownLogArchive === undefined
    ? new Map([
        ["management", ["management", "logArchive"]],
        ["security", ["security"]],
      ])
    : new Map([
        ["management", ["management"]],
        ["security", ["security"]],
        ["logArchive", ["logArchive"]],
      ]);
}

const onlyInManagement = (action: string): boolean => action.startsWith("organizations:");

/** What the commands read in an account of this part. */
const readback = (part: Part): readonly string[] =>
  READBACK.flatMap(actionsOfOperation).filter((action) => part === "management" || !onlyInManagement(action));

const unrecorded = (part: Part, writes: boolean): readonly string[] =>
  UNRECORDED.filter(({ reads }) => writes || reads === true).flatMap(({ actions }) => actions[part] ?? []);

/** Opened by its own statement, for named roles alone. */
const ENTRY = "sts:AssumeRole";

/** The actions that a role needs in an account of this part, sorted. */
export function actionsOf(role: JobRole, part: Part): readonly string[] {
  const { phases } = KINDS[role];
  const recorded = phases.flatMap((phase) => RECORDING[part][phase]).flatMap(actionsOfOperation);
  const actions = [...recorded, ...readback(part), ...(phases.length === 0 ? [] : unrecorded(part, role === "apply"))];
  return [...new Set(actions)].filter((action) => action !== ENTRY).sort();
}
