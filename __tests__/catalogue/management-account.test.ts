import { policyText } from "../../catalogue/guardrail";
import {
  MANAGEMENT_POLICY_PARTS,
  MANAGEMENT_PROOF,
  MANAGEMENT_PROOF_SETTINGS,
  managementAccountStatements,
} from "../../catalogue/management-account";
import { INLINE_POLICY_SIZE, MANAGED_POLICY_SIZE } from "../../catalogue/quotas";
import { evaluate, FULL_AWS_ACCESS, parsePolicy, type Call } from "../../proofs/policy";
import { unknownActions } from "./actions";

const statements = managementAccountStatements(MANAGEMENT_PROOF_SETTINGS);
const document = parsePolicy(JSON.parse(policyText(statements)), "management-account");

/** A deny in an identity policy decides like one in a service control policy that binds its principal. */
const decision = (call: Call, judged = document): string =>
  evaluate(call, [
    { kind: "root", id: "root", policies: [FULL_AWS_ACCESS, { name: "policy", type: judged.type, document: judged }] },
  ]).decision;

const LONG = "a".repeat(24);
const LONGEST = {
  ...MANAGEMENT_PROOF_SETTINGS,
  name: LONG,
  trailName: `${LONG}-trail`,
  trailLogGroup: `${LONG}-trail`,
  metricNamespaces: [LONG, "LogMetrics"],
  keyAliases: ["trail", "trail-log-group", "alerts"].map((key) => `alias/${LONG}-${key}`),
  deployRoles: ["222222222222", "333333333333"].map((id) => `arn:aws-us-gov:iam::${id}:role/${"d".repeat(64)}`),
  exemptPrincipals: ["p", "b"].map((letter) => `arn:aws-us-gov:iam::111111111111:role/${letter.repeat(64)}`),
};

const cases = (calls: readonly Call[]) => calls.map((call) => [JSON.stringify(call), call] as const);

describe("the deny policy for permission sets of the management account", () => {
  test.each(cases(MANAGEMENT_PROOF.denies))("denies %s", (_shown, call) => expect(decision(call)).toBe("denied"));

  test.each(cases(MANAGEMENT_PROOF.permits))("permits %s", (_shown, call) => expect(decision(call)).toBe("allowed"));

  test("fits an inline policy of a role, unless names are long", () => {
    expect(policyText(statements).length).toBeLessThanOrEqual(INLINE_POLICY_SIZE);
  });

  describe.each([
    ["the settings of the proofs", MANAGEMENT_PROOF_SETTINGS],
    ["the longest names", LONGEST],
  ])("with %s", (_title, settings) => {
    test("has two parts of which each fits a customer managed policy, and nothing is in none", () => {
      const parts = Object.values(MANAGEMENT_POLICY_PARTS).map((part) => part(settings));
      for (const part of parts) expect(policyText(part).length).toBeLessThanOrEqual(MANAGED_POLICY_SIZE);
      expect(parts.flat()).toEqual(managementAccountStatements(settings));
    });
  });

  test("every statement is needed: without it some call would no longer be denied", () => {
    for (const removed of statements) {
      const rest = parsePolicy(
        JSON.parse(policyText(statements.filter((statement) => statement !== removed))),
        "management-account",
      );
      const left = MANAGEMENT_PROOF.denies.filter((call) => decision(call, rest) === "denied");
      expect([removed.Sid, left.length < MANAGEMENT_PROOF.denies.length]).toEqual([removed.Sid, true]);
    }
  });

  test("names actions that AWS has, in its statements and in its proof", async () => {
    const calls = [...MANAGEMENT_PROOF.denies, ...MANAGEMENT_PROOF.permits].map(({ action }) => action);
    expect(await unknownActions([...statements.flatMap(({ Action }) => Action), ...calls])).toEqual([]);
  });
});
