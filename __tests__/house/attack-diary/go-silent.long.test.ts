import { policyOf } from "../../../catalogue/guardrail";
import { MANAGEMENT_PROOF_SETTINGS, managementAccountStatements } from "../../../catalogue/management-account";
import { padded } from "../../../catalogue/detections/sample-calls";
import { blueprintOf, levelsTo, Target } from "../../../config";
import { evaluate, onRoot } from "../../../proofs/policy";
import { configuration } from "../../support/configuration";
import { synth } from "../../support/synth";
import { Organization } from "../alert-paths/walk";
import { simulated, waysOf } from "./diary";
import { inManagement, inSecurity } from "./go-silent";

/**
 * The diary of an attacker who wants that nobody hears of him. Each attempt ends in a deny, by the policy of the management
 * account or by the guardrails, and in a message on a way of the synthesized Terraform wherever the trail records it: not
 * everybody is bound.
 */
const synthesized = synth(configuration());
const blueprint = blueprintOf(synthesized.baseline);
const organization = new Organization(synthesized);

const managementPolicy = onRoot(policyOf("management", managementAccountStatements(MANAGEMENT_PROOF_SETTINGS)));
const guardrails = levelsTo(blueprint.policies, [new Target(blueprint.accounts.security.id)]);

const chapters = [
  ["from the management account", inManagement(blueprint), managementPolicy],
  ["from the security account", inSecurity(blueprint), guardrails],
] as const;

const told = chapters.flatMap(([, attempts]) =>
  attempts.flatMap(({ sentence, record }) => (record === undefined ? [] : [[sentence, record] as const])),
);

describe.each(chapters)("%s", (_where, attempts, levels) => {
  test.each(attempts.map(({ sentence, call }) => [sentence, call] as const))("%s: denied", (_sentence, call) =>
    expect(evaluate(call, levels).decision).toBe("denied"),
  );

  test("without those policies nothing is denied: the diary can fail", () => {
    for (const { call } of attempts) {
      const bare = levelsTo([], [new Target(call.principal.account)]);
      expect(evaluate(call, bare).decision).toBe("allowed");
    }
  });
});

test.each(told)("%s: told", (_sentence, record) =>
  expect(waysOf(organization, blueprint, record).length).toBeGreaterThan(0),
);

test.each(told)("%s: told, also in a request too large to be recorded", (_sentence, record) =>
  expect(waysOf(organization, blueprint, padded(record)).length).toBeGreaterThan(0),
);

test("what no trail records is denied to whoever is bound, and no more: SECURITY.md says so", () => {
  const unheard = chapters.flatMap(([, attempts]) => attempts.filter(({ record }) => record === undefined));
  expect([...new Set(unheard.map(({ call }) => call.action))]).toEqual([
    "cloudwatch:PutMetricData",
    "logs:PutLogEvents",
    "sns:Publish",
    "events:PutTargets",
  ]);
});

test.each(inSecurity(blueprint).map(({ sentence, call }) => [sentence, call] as const))(
  "as simulate answers: %s",
  async (_sentence, call) => expect(await simulated(call)).toBe(2),
);
