import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { staleModules, writeModules } from "../../../../commands/synth/modules/folder";

const root = mkdtempSync(join(tmpdir(), "modules-"));
const folder = join(root, "modules");

afterAll(() => rmSync(root, { recursive: true }));

const files = (...entries: readonly (readonly [file: string, text: string])[]) => new Map(entries);

const MAIN = join("alarms", "main.tf.json");
const OTHER = join("guardrails", "README.md");

test("what an earlier run wrote is replaced as a whole", () => {
  writeModules(folder, files([MAIN, "one"], [OTHER, "page"]));
  writeModules(folder, files([MAIN, "two"]));
  expect([readdirSync(folder), readFileSync(join(folder, MAIN), "utf8")]).toEqual([["alarms"], "two"]);
  expect(readdirSync(root)).toEqual(["modules"]);
});

test("what is missing, differs or is stray is told, and left", () => {
  expect(staleModules(folder, files([MAIN, "two"]))).toEqual([]);
  writeFileSync(join(folder, MAIN), "two\r\n");
  expect(staleModules(folder, files([MAIN, "two\n"]))).toEqual([]);
  expect(staleModules(folder, files([MAIN, "three"], [OTHER, "page"]))).toEqual([
    `${MAIN} must be what is synthesized, got another text`,
    `${OTHER} must be what is synthesized, got nothing`,
  ]);
  expect(staleModules(folder, files())).toEqual([`${MAIN} must go: nothing synthesizes it`]);
  expect(staleModules(join(root, "nowhere"), files([MAIN, "x"]))).toHaveLength(1);
});

test.each(["terraform.tfstate", join("alarms", "provider.tf"), join("alarms", ".terraform", "environment")])(
  "a folder that holds %s is refused, and left as it is",
  (strange) => {
    const file = join(folder, strange);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, "somebody's");
    expect(() => writeModules(folder, files([MAIN, "four"]))).toThrow(strange.replaceAll("\\", "\\\\"));
    expect([readFileSync(file, "utf8"), readFileSync(join(folder, MAIN), "utf8")]).toEqual(["somebody's", "two\r\n"]);
    rmSync(file);
  },
);
