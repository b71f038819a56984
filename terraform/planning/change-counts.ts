import type { ChangeCounts } from "../plan-folder";
import { Refusal } from "../refusal";
import { readPlanJson, type ResourceChange } from "./plan-json";

/** What each set of actions is, in any order. Reading is no change. */
const KINDS: Readonly<Record<string, keyof ChangeCounts | undefined>> = {
  create: "add",
  update: "change",
  delete: "destroy",
  "create delete": "replace",
  // What is there is left standing, and another is created.
  "create forget": "replace",
  forget: "forget",
};

const NOTHING = new Set(["no-op", "read"]);

/** What a change counts as, beside an import and a move. Throws a Refusal for actions that are not known. */
function kindOf({ address, change: { actions } }: ResourceChange): keyof ChangeCounts | undefined {
  const doing = actions.filter((action) => !NOTHING.has(action)).sort();
  if (doing.length === 0) return undefined;
  const kind = KINDS[doing.join(" ")];
  if (kind === undefined)
    throw new Refusal(`the actions on ${address}`, `be among ${Object.keys(KINDS).join(", ")}`, actions);
  return kind;
}

/** Counts what a plan would do. */
export function changeCounts(showJson: string): ChangeCounts {
  const counts = { add: 0, change: 0, destroy: 0, import: 0, replace: 0, forget: 0, move: 0, output: 0 };
  const { resource_changes: resources = [], output_changes: outputs = {} } = readPlanJson(showJson);
  for (const resource of resources.filter(({ mode }) => mode === "managed")) {
    const kind = kindOf(resource);
    if (kind !== undefined) counts[kind] += 1;
    if (resource.change.importing) counts.import += 1;
    if (resource.previous_address !== undefined && resource.previous_address !== resource.address) counts.move += 1;
  }
  counts.output = Object.values(outputs).filter(({ actions }) => actions.some((each) => !NOTHING.has(each))).length;
  return counts;
}

/** Whether there is anything to apply. */
export const hasChanges = (counts: ChangeCounts): boolean => Object.values(counts).some((count) => count > 0);
