import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blueprintOf, configWarnings, loadConfig } from "../../config";

const FOLDER = join(__dirname, "..", "..", "examples");

const examples = readdirSync(FOLDER).filter((name) => name.endsWith(".ts"));

describe("examples", () => {
  it.each(examples)("%s is a complete configuration", (name) => {
    expect(loadConfig(join(FOLDER, name)).organization.id).toBe("o-exampleorgid");
  });

  it("stand in the table of their README, each once", () => {
    const table = readFileSync(join(FOLDER, "README.md"), "utf8").matchAll(/^\| \[(.+?)\]\(\1\)/gm);
    expect(Array.from(table, ([, name]) => name).sort()).toEqual([...examples].sort());
  });

  it.each(["greenfield.ts", "control-tower.ts", "govcloud.ts"])("%s leaves nothing to warn of", (name) => {
    expect(configWarnings(blueprintOf(loadConfig(join(FOLDER, name))))).toEqual([]);
  });
});
