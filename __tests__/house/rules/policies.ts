import { SERVICE_CONTROL_POLICY_QUOTAS } from "../../../catalogue/quotas";
import { blueprintOf } from "../../../config";
import { CASES } from "../../support/examples";
import { jsonTexts, list, statementsIn } from "../../support/policies";
import { synth } from "../../support/synth";
import { foreignTemplates, received, unknownTemplates } from "../../support/template";
import { ofType, textsIn } from "../../support/terraform";

const isPolicy = (text: string): boolean => /^\s*\{\s*"Version"/.test(text);

/** Principals whom our policies may name: account roots, services, and everyone where it is denied. */
const isNameable = (kind: string, principal: string, partitionId: string): boolean =>
  kind === "AWS"
    ? new RegExp(`^arn:${partitionId}:iam::\\d{12}:root$`).test(principal)
    : kind === "Service" && /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal);

describe.each(CASES)("policies of %s", (_name, config) => {
  const { stacks, baseline } = synth(config);
  const texts = Object.values(stacks).flatMap(jsonTexts);
  const policies = texts.filter(({ text }) => isPolicy(text));

  test("every JSON text parses, and stands where it is looked for", () => {
    expect(policies.length).toBeGreaterThanOrEqual(10);
    for (const { text, where } of texts) expect([where, typeof JSON.parse(received(text))]).toEqual([where, "object"]);
  });

  test("no JSON text holds a template but references to resources", () => {
    const found = texts.flatMap(({ where, text }) => foreignTemplates(text).map((template) => `${where}: ${template}`));
    expect(found).toEqual([]);
  });

  test("no text at all holds a template that is not ours", () => {
    const found = Object.values(stacks).flatMap((stack) =>
      textsIn(stack).flatMap(({ text }) => unknownTemplates(text)),
    );
    expect(found).toEqual([]);
  });

  test("policies are minified, as white space counts", () => {
    for (const { text } of policies) expect(text).toBe(JSON.stringify(JSON.parse(text)));
  });

  test("no policy names a principal that may not exist", () => {
    const named = policies.flatMap(({ where, text }) =>
      statementsIn(text).flatMap(({ Principal: principal, Effect: effect }) => {
        if (principal === undefined) return [];
        if (principal === "*") return effect === "Deny" ? [] : [`${where}: * is allowed`];
        return Object.entries(principal).flatMap(([kind, names]) =>
          list(names)
            .filter((name) => !isNameable(kind, name, blueprintOf(baseline).partition.id))
            .map((name) => `${where}: ${kind} ${name}`),
        );
      }),
    );
    expect(named).toEqual([]);
  });

  test("every policy of a resource says who, and no policy of an identity does", () => {
    const identity = ["aws_iam_role_policy.policy", "aws_organizations_policy.content"];
    for (const { type, argument, text, where } of policies)
      expect([
        where,
        statementsIn(text).some((one) => (one.Principal === undefined) !== identity.includes(`${type}.${argument}`)),
      ]).toEqual([where, false]);
  });

  test("service control policies keep within their quota, as AWS counts them", () => {
    const quota = SERVICE_CONTROL_POLICY_QUOTAS[blueprintOf(baseline).partition.id];
    const guardrails = stacks["guardrails"];
    if (guardrails === undefined) throw new Error("no stack guardrails");
    const sizes = Object.values(ofType(guardrails, "aws_organizations_policy")).map(
      ({ content }) => received(String(content)).length,
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(quota.policySize);
    const counts = ["targets_listed", "rcp-targets_listed"].flatMap((name) => {
      const targets = Object.values((guardrails.locals?.[name] ?? {}) as Readonly<Record<string, string[]>>).flat();
      return targets.map((target) => targets.filter((other) => other === target).length);
    });
    expect(counts.length).toBeGreaterThan(0);
    // FullAWSAccess takes one place.
    expect(Math.max(...counts)).toBeLessThanOrEqual(quota.policiesPerTarget - 1);
  });
});
