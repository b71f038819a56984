import type { BaselineConfig } from "../../config";
import { changesBetween, reviewed, spelledOrganization, inputOf, type Synthesized } from "../../review";
import { configuration } from "../support/configuration";
import { inForm } from "../support/examples";
import { synth } from "../support/synth";

// Without plans nobody knows which accounts lie below a unit: whoever is named may be in any of them.

const synthesized = (config: BaselineConfig) => synth(config).stacks as unknown as Synthesized;
const before = configuration();

function findings(was: Synthesized, is: Synthesized): readonly string[] {
  const changes = changesBetween(was, is);
  const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
  const input = inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
  const { json } = reviewed(input, { title: "Review", risks: [], today: new Date("2026-11-01") });
  return (json as { findings: readonly { rule: string; words: string }[] }).findings.map(
    ({ rule, words }) => `${rule}: ${words}`,
  );
}

const found = (after: BaselineConfig) => findings(synthesized(before), synthesized(after));

test("an exempt principal of an account that no target names is decided, and named with its account", () => {
  const exempt = "arn:aws:iam::444444444444:role/CiRunner";
  expect(found(configuration({ guardrails: { ...before.guardrails, exemptPrincipals: [exempt] } }))).toEqual([
    expect.stringMatching(
      /^guardrail-denial: `protect-audit-trail` no longer denies .* to role CiRunner of 444444444444 on `Workloads\/Canary`$/,
    ),
    expect.stringMatching(/^guardrail-denial: `protect-threat-detection` no longer denies .* of 444444444444 on /),
  ]);
});

type Mutable = Record<
  string,
  { provider: Record<string, Record<string, unknown>[]>; terraform: Record<string, unknown> }
>;

/** What is found where somebody changed the stacks by hand. */
function foundAfter(change: (stacks: Mutable) => void): readonly string[] {
  const stacks = structuredClone(synthesized(before)) as unknown as Mutable;
  change(stacks);
  return findings(synthesized(before), stacks);
}

const provider = (stacks: Mutable, change: (provider: Record<string, unknown>) => void): void => {
  const [first = {}] = stacks["guardrails"]?.provider["aws"] ?? [];
  change(first);
};

test.each<[name: string, change: (stacks: Mutable) => void, finds: RegExp]>([
  [
    "a provider loses its pin",
    (stacks) => provider(stacks, (each) => delete each["allowed_account_ids"]),
    /^provider-pin: `aws\.management-us-east-1`: pinned to the accounts \["111111111111"\] → nothing$/,
  ],
  [
    "a provider is pinned to another account",
    (stacks) => provider(stacks, (each) => Object.assign(each, { allowed_account_ids: ["999999999999"] })),
    /^provider-pin: .* → \["999999999999"\]$/,
  ],
  [
    "a provider calls another endpoint",
    (stacks) => provider(stacks, (each) => Object.assign(each, { endpoints: [{ sts: "https://192.0.2.1" }] })),
    /^provider-pin: .*by `endpoints`: nothing → /,
  ],
  [
    "a provider without a pin comes",
    (stacks) => stacks["guardrails"]?.provider["aws"]?.push({ alias: "more", region: "us-east-1" }),
    /^provider-pin: the provider `aws\.more`, which is new, is pinned to no account$/,
  ],
  [
    "a provider of another kind comes",
    (stacks) => Object.assign(stacks["guardrails"]?.provider ?? {}, { external: [{}] }),
    /^provider-pin: the provider `external`, which is new, is not the one of AWS$/,
  ],
  [
    "the state is kept elsewhere",
    (stacks) => Object.assign(stacks["guardrails"]?.terraform ?? {}, { backend: { s3: { bucket: "other" } } }),
    /^stack-frame: `guardrails`: the state: \{"local".* → \{"s3":\{"bucket":"other"\}\}$/,
  ],
  [
    "an older provider is let in",
    (stacks) => Object.assign(stacks["guardrails"]?.terraform ?? {}, { required_providers: {} }),
    /^stack-frame: `guardrails`: providers: /,
  ],
])("%s", (_name, change, finds) => expect(foundAfter(change)).toContainEqual(expect.stringMatching(finds)));

test("nothing that changes is nothing that is found", () => {
  expect(found(configuration())).toEqual([]);
});

test("of the form for AWS provider 6 alone only the versions are told: each thing stays where it is", () => {
  const rules = found(inForm(before, "6")).map((line) => line.replace(/:[^]*/, ""));
  expect(rules).toEqual(Array.from({ length: 5 }, () => "stack-frame"));
});
