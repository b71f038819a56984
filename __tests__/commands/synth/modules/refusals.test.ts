import { moduleOf } from "../../../../commands/synth/modules/convert";
import { blueprintOf, parseConfig } from "../../../../config";
import type { Body } from "../../../../terraform/json";
import { configuration } from "../../../support/configuration";
import { synth } from "../../../support/synth";

const { baseline, stacks } = synth(configuration());
const blueprint = blueprintOf(baseline);

const guardrails = (): Record<string, Body> => structuredClone(stacks["guardrails"]) as unknown as Record<string, Body>;

const refusal = (change: (stack: Record<string, Body>) => void): string => {
  const stack = guardrails();
  change(stack);
  try {
    moduleOf("guardrails", stack, blueprint);
    return "";
  } catch (error) {
    return String(error);
  }
};

test("the stack as it is becomes a module", () => {
  expect(refusal(() => undefined)).toBe("");
});

test.each<readonly [what: string, change: (stack: Record<string, Body>) => void, says: RegExp]>([
  ["a module call", (stack) => (stack["module"] = { vpc: {} }), /the stack must hold only .*, got "module"/],
  ["an ephemeral resource", (stack) => (stack["ephemeral"] = {}), /the stack must hold only .*, got "ephemeral"/],
  ["provider meta", (stack) => Object.assign(stack["terraform"] ?? {}, { provider_meta: {} }), /got "provider_meta"/],
  ["an experiment", (stack) => Object.assign(stack["terraform"] ?? {}, { experiments: [] }), /got "experiments"/],
  ["another provider", (stack) => Object.assign(stack["provider"] ?? {}, { awscc: [{}] }), /got "awscc"/],
  [
    "a provider setting that a module would lose",
    (stack) => Object.assign((stack["provider"] as unknown as { aws: Body[] }).aws[0] ?? {}, { profile: "root" }),
    /provider\.aws must hold only .*, got "profile"/,
  ],
  [
    "a check with a data source of its own",
    (stack) => Object.assign(stack["check"] ?? {}, { live: { data: {}, assert: [] } }),
    /check\.live\.data must be one of/,
  ],
  [
    "a resource on the default provider",
    (stack) => Object.assign(stack["resource"] ?? {}, { aws_sns_topic: { alerts: {} } }),
    /resource\.aws_sns_topic\.alerts\.provider must be named, got nothing/,
  ],
  [
    "an address with the id of an account",
    (stack) => Object.assign(stack["resource"] ?? {}, { terraform_data: { "of-222222222222": {} } }),
    /every name must be without what is var\.security_account_id in a module/,
  ],
])("%s is refused, and named", (_what, change, says) => {
  expect(refusal(change)).toMatch(says);
});

test("everything that is wrong is in one report", () => {
  expect(
    refusal((stack) => {
      stack["module"] = {};
      stack["ephemeral"] = {};
    }),
  ).toMatch(/2 problems:[^]*"module"[^]*"ephemeral"/);
});

interface Variable {
  readonly validation: readonly { readonly condition: string; readonly error_message: string }[];
}

const validationOf = (trialAccounts: readonly string[]): string => {
  const trial = blueprintOf(parseConfig({ ...configuration(), trialAccounts: [...trialAccounts] }));
  const { terraform } = moduleOf("guardrails", guardrails(), trial);
  const { security_account_id: security } = terraform["variable"] as Record<string, Variable>;
  return JSON.stringify(security?.validation);
};

test("a module of a trial account is for no other: what it builds may be destroyed", () => {
  expect(validationOf(["222222222222"])).toContain("take it out of the list");
  expect(validationOf([])).not.toContain("take it out of the list");
});

test("an id is replaced where it stands by itself, as a part of an ARN, a name or a key", () => {
  const stack = guardrails();
  stack["output"] = {
    all: {
      value: {
        "222222222222": "arn:aws:iam::222222222222:role/x",
        name: "trail-222222222222-us-east-1",
        stream: "222222222222_CloudTrail",
        longer: "22222222222299",
        policy: "$${aws:PrincipalAccount}",
      },
    },
  };
  const { terraform } = moduleOf("guardrails", stack, blueprint);
  expect(terraform["output"]).toMatchObject({
    all: {
      value: {
        "${var.security_account_id}": "arn:aws:iam::${var.security_account_id}:role/x",
        name: "trail-${var.security_account_id}-us-east-1",
        stream: "${var.security_account_id}_CloudTrail",
        policy: "$${aws:PrincipalAccount}",
      },
    },
  });
});
