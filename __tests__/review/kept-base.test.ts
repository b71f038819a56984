import type { BaselineConfig } from "../../config";
import { inputOfPlans, reviewed, type Synthesized } from "../../review";
import { baseOf } from "../../terraform/plan-folder/base";
import { example } from "../support/examples";
import { synth } from "../support/synth";

const ONE_REGION = example("single-region-minimal");

const stacksOf = (config: BaselineConfig) => synth(config).stacks as unknown as Synthesized;

/** The stacks as a plan folder keeps those of the base. */
const kept = (stacks: Synthesized): Synthesized =>
  Object.fromEntries(
    Object.entries(stacks).map(([name, json]) => [name, JSON.parse(baseOf(JSON.stringify(json))) as typeof json]),
  );

/** What is found beside plans that change nothing. */
function found(before: Synthesized, after: Synthesized): readonly string[] {
  const input = inputOfPlans([], undefined, { before, after });
  const { json } = reviewed(input, { title: "Review", risks: [], today: new Date("2026-11-01") });
  return json.findings.map(({ rule, place, words }) => `${rule} at ${place}: ${words}`);
}

test.each<[name: string, config: BaselineConfig]>([
  ["one Region", ONE_REGION],
  ["the existing organization", example("existing-organization")],
])("the kept base of %s says what the stacks say", (_name, config) => {
  const stacks = stacksOf(config);
  expect(found(kept(stacks), stacks)).toEqual([]);
});

test("a Region more is harmless beside a kept base, too", () => {
  const more = stacksOf({ ...ONE_REGION, regions: ["us-east-1", "eu-west-1"] });
  expect(found(kept(stacksOf(ONE_REGION)), more)).toEqual([]);
});

test.each(["locals", "data"])("a base that was kept without %s is still read", (part) => {
  const stacks = stacksOf(ONE_REGION);
  const older = Object.fromEntries(
    Object.entries(kept(stacks)).map(([name, json]) => [name, { ...json, [part]: undefined }]),
  );
  expect(found(older, stacks)).toEqual([]);
});

test("what conditions read is compared with a kept base", () => {
  const stacks = stacksOf(ONE_REGION);
  const other = structuredClone(stacks) as unknown as Record<string, { locals: Record<string, unknown> }>;
  const { locals = {} } = other["guardrails"] ?? {};
  locals["targets_live"] = String(locals["targets_live"]).replace("length(local.targets_given) == 0", "false");
  expect(found(kept(stacks), other as unknown as Synthesized)).toEqual([
    expect.stringMatching(/^plan-guard at guardrails: local\.targets_live: /),
  ]);
});
