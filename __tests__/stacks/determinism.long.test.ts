import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { example, examplePath } from "../support/examples";
import { synth } from "../support/synth";
import { checkout, synthProcess } from "../support/synth-process";

const NAME = "existing-organization";

/** What `npm run synth` needs of the repository. */
const PARTS = [
  "synth.cjs",
  "main.ts",
  "baseline.config.ts",
  "config",
  "catalogue",
  "constructs",
  "proofs",
  "stacks",
  "examples",
];

let elsewhere = "";
/** What a process writes in this checkout, as `npm run synth` does. */
let here: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), "org-baseline-elsewhere-"));
  const copy = join(elsewhere, "checkout");
  for (const part of [...PARTS, "package.json", "tsconfig.json", "cdktf.json"])
    cpSync(join(checkout, part), join(copy, part), { recursive: true });
  symlinkSync(join(checkout, "node_modules"), join(copy, "node_modules"));
  mkdirSync(join(elsewhere, "home"));
  here = await synthProcess({ config: examplePath(NAME) });
});

afterAll(() => rmSync(elsewhere, { recursive: true }));

test("output is the same to the byte in another checkout and folder, for another user, in another zone, on another day", async () => {
  const copy = join(elsewhere, "checkout");
  const there = await synthProcess({
    config: join(copy, "examples", `${NAME}.ts`),
    checkout: copy,
    cwd: join(elsewhere, "home"),
    env: {
      HOME: join(elsewhere, "home"),
      USER: "somebody-else",
      LANG: "tr_TR.UTF-8",
      TZ: "Pacific/Kiritimati",
      AWS_REGION: "ap-southeast-2",
      AWS_PROFILE: "another",
      CI: "true",
    },
    preload: ["another-day.mjs"],
  });
  expect(Object.keys(here)).toHaveLength(6);
  expect(there).toEqual(here);
});

test("a process writes what the tests of this suite read", () => {
  expect(here).toEqual(synth(example(NAME)).files);
});
