import { policyText } from "../../catalogue/guardrail";
import {
  MANAGEMENT_PROOF,
  MANAGEMENT_PROOF_SETTINGS,
  managementAccountStatements,
} from "../../catalogue/management-account";
import { MANAGED_POLICY_SIZE } from "../../catalogue/quotas";
import { evaluate, FULL_AWS_ACCESS, parsePolicy, type Call } from "../../proofs/policy";
import { unknownActions } from "./actions";

const statements = managementAccountStatements(MANAGEMENT_PROOF_SETTINGS);
const document = parsePolicy(JSON.parse(policyText(statements)), "management-account");

/** A deny in an identity policy decides like one in a service control policy that binds its principal. */
const decision = (call: Call): string =>
  evaluate(call, [
    { kind: "root", id: "root", policies: [FULL_AWS_ACCESS, { name: "policy", type: document.type, document }] },
  ]).decision;

const cases = (calls: readonly Call[]) => calls.map((call) => [JSON.stringify(call), call] as const);

describe("the deny policy for permission sets of the management account", () => {
  test.each(cases(MANAGEMENT_PROOF.denies))("denies %s", (_shown, call) => expect(decision(call)).toBe("denied"));

  test.each(cases(MANAGEMENT_PROOF.permits))("permits %s", (_shown, call) => expect(decision(call)).toBe("allowed"));

  test("fits a customer managed policy", () => {
    expect(policyText(statements).length).toBeLessThanOrEqual(MANAGED_POLICY_SIZE);
  });

  test("names actions that AWS has, in its statements and in its proof", async () => {
    const calls = [...MANAGEMENT_PROOF.denies, ...MANAGEMENT_PROOF.permits].map(({ action }) => action);
    expect(await unknownActions([...statements.flatMap(({ Action }) => Action), ...calls])).toEqual([]);
  });
});
