import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { handedOver } from "../../../terraform/handed-over";
import { stackProblems } from "../../../terraform/handed-over/stack-problems";
import { configuration, withTrail } from "../../support/configuration";
import { CASES } from "../../support/examples";
import { stackOf, synth } from "../../support/synth";
import type { Edited } from "./edits";
import { HOSTILE } from "./hostile";

const STACKS = (config = configuration()): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(synth(config).files).flatMap(([file, text]) => {
      const stack = stackOf(file);
      return stack === undefined ? [] : [[stack, text] as const];
    }),
  );

const base = STACKS();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handed-over-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function handOver(stacks: ReadonlyMap<string, string>): void {
  for (const [stack, text] of stacks) {
    mkdirSync(join(folder, stack), { recursive: true });
    writeFileSync(join(folder, stack, "cdk.tf.json"), text);
  }
}

const parsed = (stacks: ReadonlyMap<string, string>) =>
  new Map([...stacks].map(([stack, text]) => [stack, JSON.parse(text) as unknown]));

/** What is said of the alarms, handed over with an edit. */
function saidOf(edit: (stack: Edited) => void): string {
  const stack = JSON.parse(base.get("alarms") ?? "") as Edited;
  edit(stack);
  handOver(new Map([...base, ["alarms", JSON.stringify(stack)]]));
  try {
    handedOver(folder, base);
  } catch (error) {
    return String(error);
  }
  return "";
}

test.each(HOSTILE.map((each) => [each.name, each] as const))("%s is refused", (_name, { edit, says }) => {
  const said = saidOf(edit);
  expect(said).toMatch(/ has \d+ problems?:\n {2}alarms: /);
  expect(said).toMatch(says);
});

test.each(CASES)("every stack of ours may be planned: %s", (_name, config) => {
  for (const [name, text] of STACKS(config)) {
    const stack = JSON.parse(text) as Record<string, unknown>;
    expect([name, stackProblems(stack, stack)]).toEqual([name, []]);
  }
});

test("what the base has comes back to the byte; a change comes back as it was judged", () => {
  const changed = STACKS(withTrail({ logRetentionDays: 731 }));
  handOver(changed);
  const accepted = handedOver(folder, base);
  expect(parsed(accepted)).toEqual(parsed(changed));
  expect([...accepted].filter(([stack, text]) => text === base.get(stack)).map(([stack]) => stack)).toEqual(
    [...base.keys()].filter((stack) => stack !== "audit-trail"),
  );
});

test("a Region more is no other account: its providers pass", () => {
  handOver(STACKS(configuration({ regions: ["us-east-1", "eu-west-1", "eu-north-1"] })));
  expect([...handedOver(folder, base).keys()]).toEqual([...base.keys()]);
});

test("releases of the tool and of the provider may be others", () => {
  expect(
    saidOf((stack) => {
      stack["terraform"] = {
        ...stack["terraform"],
        required_version: ">= 1.11.0",
        required_providers: { aws: { source: "hashicorp/aws", version: ">= 6.40.0, < 7.0.0" } },
      };
    }),
  ).toBe("");
});

test("of a key that stands twice, what was judged is what is planned", () => {
  const twice = (base.get("alarms") ?? "").replace("{", '{"resource": {"null_resource": {"evil": {}}},');
  handOver(new Map([...base, ["alarms", twice]]));
  expect(handedOver(folder, base).get("alarms")).toBe(base.get("alarms"));
});

test("every problem of every stack is told at once", () => {
  handOver(new Map([...base, ["alarms", '{"module": {}, "gadget": {}}'], ["guardrails", "[]"]]));
  expect(() => handedOver(folder, base)).toThrow(
    /alarms: module must[^]*alarms: gadget must[^]*guardrails: the stack must/,
  );
});

test.each([
  [
    "a file beside",
    () => writeFileSync(join(folder, "alarms", "evil.auto.tfvars"), ""),
    /evil\.auto\.tfvars must be cdk/,
  ],
  [
    "an override",
    () => writeFileSync(join(folder, "alarms", "override.tf.json"), "{}"),
    /override\.tf\.json must be cdk/,
  ],
  ["a lock file", () => writeFileSync(join(folder, "alarms", ".terraform.lock.hcl"), ""), /lock\.hcl must be cdk/],
  [
    "a stack more",
    () => cpSync(join(folder, "alarms"), join(folder, "evil"), { recursive: true }),
    /evil must be a stack/,
  ],
  [
    "a file of its own",
    () => writeFileSync(join(folder, ".terraformrc"), ""),
    /\.terraformrc must be a stack of the base/,
  ],
  ["a stack less", () => rmSync(join(folder, "alarms"), { recursive: true }), /cdk\.tf\.json must be handed over/],
  ["an empty stack", () => rmSync(join(folder, "alarms", "cdk.tf.json")), /alarms\/cdk\.tf\.json must be handed over/],
  ["no JSON", () => writeFileSync(join(folder, "alarms", "cdk.tf.json"), "<html>"), /must be JSON, got "<html>"/],
])("%s is refused", (_name, spoil, says) => {
  handOver(base);
  spoil();
  expect(() => handedOver(folder, base)).toThrow(says);
});

test("a link is refused, of a file, of a folder, and of all", () => {
  handOver(base);
  const alarms = join(folder, "alarms");
  rmSync(join(alarms, "cdk.tf.json"));
  symlinkSync("/proc/self/environ", join(alarms, "cdk.tf.json"));
  expect(() => handedOver(folder, base)).toThrow(/cdk\.tf\.json must be a file, and no link/);
  rmSync(alarms, { recursive: true });
  symlinkSync(join(folder, "guardrails"), alarms);
  expect(() => handedOver(folder, base)).toThrow(/alarms must be a folder, and no link/);
  symlinkSync(folder, join(folder, "all"));
  expect(() => handedOver(join(folder, "all"), base)).toThrow("--synthesized must name a folder");
});
