import type { BaselineConfig } from "../../config";
import { changesBetween, reviewed, spelledOrganization, inputOf, type Synthesized } from "../../review";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";

// Without plans nobody knows which accounts lie below a unit: whoever is named may be in any of them.

const synthesized = (config: BaselineConfig) => synth(config).stacks as unknown as Synthesized;
const before = configuration();

function found(after: BaselineConfig): readonly string[] {
  const changes = changesBetween(synthesized(before), synthesized(after));
  const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
  const input = inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
  const { json } = reviewed(input, { title: "Review", risks: [], today: new Date("2026-11-01") });
  return (json as { findings: readonly { rule: string; words: string }[] }).findings.map(
    ({ rule, words }) => `${rule}: ${words}`,
  );
}

test("an exempt principal of an account that no target names is decided, and named with its account", () => {
  const exempt = "arn:aws:iam::444444444444:role/CiRunner";
  expect(found(configuration({ guardrails: { ...before.guardrails, exemptPrincipals: [exempt] } }))).toEqual([
    expect.stringMatching(
      /^guardrail-denial: `protect-audit-trail` no longer denies .* to role CiRunner of 444444444444 on `Workloads\/Canary`$/,
    ),
    expect.stringMatching(/^guardrail-denial: `protect-threat-detection` no longer denies .* of 444444444444 on /),
  ]);
});

test("nothing that changes is nothing that is found", () => {
  expect(found(configuration())).toEqual([]);
});
