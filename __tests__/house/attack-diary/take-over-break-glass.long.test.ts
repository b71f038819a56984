import { blueprintOf, levelsTo, Target } from "../../../config";
import { padded } from "../../../catalogue/detections/sample-calls";
import { evaluate } from "../../../proofs/policy";
import { configuration } from "../../support/configuration";
import { example } from "../../support/examples";
import { synth } from "../../support/synth";
import { Organization } from "../alert-paths/walk";
import { simulated, waysOf } from "./diary";
import { attempts, type TakeOver } from "./take-over-break-glass";

/**
 * The diary of an attacker who wants root sessions, from inside the security account and from beside it. Each attempt ends
 * in a deny, judged by the policies that the configuration attaches, or in a message, walked through the synthesized
 * Terraform.
 */
const configurations = [
  ["the shipped configuration", configuration()],
  ["greenfield", example("greenfield")],
  ["control-tower", example("control-tower")],
] as const;

describe.each(configurations)("%s", (_title, config) => {
  const { baseline } = synth(config);
  const blueprint = blueprintOf(baseline);
  const organization = new Organization(synth(config));
  const isDenied = ({ call }: TakeOver): boolean =>
    evaluate(call, levelsTo(blueprint.policies, [new Target(call.principal.account)]), {
      managementAccount: blueprint.accounts.management.id,
    }).decision === "denied";
  const isTold = (record: TakeOver["record"] = {}): boolean => waysOf(organization, blueprint, record).length > 0;
  const all = attempts(blueprint);

  test("the diary names whom the configuration lets through", () => {
    for (const { call } of all) expect(call.resource).not.toBe("");
  });

  test.each(all.filter(({ end }) => end === "denied").map((one) => [one.sentence, one] as const))(
    "%s: denied",
    (_sentence, attempt) => expect(isDenied(attempt)).toBe(true),
  );

  test.each(all.filter(({ end }) => end === "told").map((one) => [one.sentence, one] as const))(
    "%s: told",
    (_sentence, { record }) => expect(isTold(record)).toBe(true),
  );

  test("what is denied to administrators is told where somebody exempt does it to an identity", () => {
    const silent = all
      .filter(({ call, end }) => end === "denied" && /^iam:(?!PassRole|Delete)/.test(call.action))
      .filter(({ record }) => !isTold(record));
    expect(silent.map(({ sentence }) => sentence)).toEqual([]);
  });

  test("a request too large to be recorded hides none of them", () => {
    const named = all.filter(({ record }) => JSON.stringify(record?.["requestParameters"] ?? {}) !== "{}");
    const hidden = named.filter(({ record }) => isTold(record)).filter(({ record = {} }) => !isTold(padded(record)));
    expect(hidden.map(({ sentence }) => sentence)).toEqual([]);
  });
});

describe("as simulate answers, on the shipped configuration", () => {
  const denied = attempts(blueprintOf(synth(configuration()).baseline)).filter(({ end }) => end === "denied");

  test.each(denied.map((one) => [one.sentence, one] as const))("%s", async (_sentence, { call }) =>
    expect(await simulated(call)).toBe(2),
  );
});

test("without protect-delivery-roles the same attempts are not denied: the diary can fail", () => {
  const { guardrails } = configuration();
  const attach = guardrails.attach.filter(({ id }) => id !== "protect-delivery-roles");
  const blueprint = blueprintOf(synth(configuration({ guardrails: { ...guardrails, attach } })).baseline);
  const open = attempts(blueprint)
    .filter(({ end }) => end === "denied")
    .filter(
      ({ call }) =>
        evaluate(call, levelsTo(blueprint.policies, [new Target(call.principal.account)])).decision !== "denied",
    );
  expect(open.length).toBeGreaterThan(15);
});
