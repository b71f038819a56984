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
  synthesize("alarms", {});
  writeFileSync(join(folder, "terraform"), STAND_IN);
  chmodSync(join(folder, "terraform"), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

function synthesize(stack: string, body: object): void {
  mkdirSync(join(folder, "stacks", stack), { recursive: true });
  writeFileSync(join(folder, "stacks", stack, "cdk.tf.json"), JSON.stringify(body));
}

const standIn = (env: Readonly<Record<string, string>>): StackCommands =>
  new StackCommands({
    ...{ outDir: folder, cwd: folder, synthEnv: {} },
    env: {
      ...env,
      PATH: process.env.PATH ?? "",
      TERRAFORM_BINARY_NAME: join(folder, "terraform"),
      ASKED: join(folder, "asked"),
    },
  });

async function asked(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const commands = standIn(env);
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

test("the largest stack is planned first, so that it is not planned alone at the end; all are told in their order", async () => {
  synthesize("large", { locals: { text: "long".repeat(9) } });
  synthesize("middle", { locals: {} });
  const told: string[] = [];
  const tell = (stack: string, step: string) => told.push(`${step} ${stack}`);
  const { planned } = await planStacks(standIn({}), ["alarms", "middle", "large"], { folder, atOnce: 1, tell });
  expect(told.filter((line) => line.startsWith("plan"))).toEqual(["plan large", "plan middle", "plan alarms"]);
  expect(planned.map(({ name }) => name)).toEqual(["alarms", "middle", "large"]);
});
