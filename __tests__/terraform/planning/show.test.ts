import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planStacks } from "../../../terraform/planning/plan-stacks";
import { StackCommands } from "../../../terraform/stack-commands";

const PLAN = { format_version: "1.2", applyable: true, complete: true, errored: false };

/** Stands in for Terraform: writes down how often each command may collect garbage, and shows an empty plan. */
const STAND_IN = `#!/bin/sh
echo "$2 \${GOGC:-unset}" >> "$ASKED"
case "$2" in show) echo '${JSON.stringify(PLAN)}';; esac
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "show-"));
  mkdirSync(join(folder, "stacks", "alarms"), { recursive: true });
  writeFileSync(join(folder, "stacks", "alarms", "cdk.tf.json"), "{}");
  writeFileSync(join(folder, "terraform"), STAND_IN);
  chmodSync(join(folder, "terraform"), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function asked(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const commands = new StackCommands({
    ...{ outDir: folder, cwd: folder, synthEnv: {} },
    env: {
      ...env,
      PATH: process.env.PATH ?? "",
      TERRAFORM_BINARY_NAME: join(folder, "terraform"),
      ASKED: join(folder, "asked"),
    },
  });
  const { failed } = await planStacks(commands, ["alarms"], { folder, atOnce: 1, tell: () => undefined });
  expect(failed).toEqual([]);
  return readFileSync(join(folder, "asked"), "utf8").trim().split("\n");
}

describe("a plan that is shown", () => {
  it("is shown by a provider that hardly collects garbage", async () => {
    expect(await asked({})).toEqual(["init unset", "plan unset", "show 400"]);
  });

  it("is shown as the caller says, where the caller does", async () => {
    expect(await asked({ GOGC: "50" })).toEqual(["init 50", "plan 50", "show 50"]);
  });
});
