import { blueprintOf, levelsTo, Target } from "../../../config";
import { padded } from "../../../catalogue/detections/sample-calls";
import { simulate } from "../../../commands/simulate";
import { evaluate } from "../../../proofs/policy";
import { configuration } from "../../support/configuration";
import { example } from "../../support/examples";
import { synth } from "../../support/synth";
import { Organization } from "../alert-paths/walk";
import { attempts, type Attempt } from "./take-over-break-glass";

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

const GLOBAL = /^(iam|organizations|account|signin)\./;

describe.each(configurations)("%s", (_title, config) => {
  const { baseline } = synth(config);
  const blueprint = blueprintOf(baseline);
  const organization = new Organization(synth(config));
  const isDenied = ({ call }: Attempt): boolean =>
    evaluate(call, levelsTo(blueprint.policies, [new Target(call.principal.account)]), {
      managementAccount: blueprint.accounts.management.id,
    }).decision === "denied";
  const waysOf = ({ record = {} }: Attempt) =>
    organization.waysOf({
      ...record,
      awsRegion: GLOBAL.test(String(record["eventSource"])) ? blueprint.partition.globalRegion : blueprint.homeRegion,
    });
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
    (_sentence, attempt) => expect(waysOf(attempt).length).toBeGreaterThan(0),
  );

  test("what is denied to administrators is told where somebody exempt does it to an identity", () => {
    const silent = all
      .filter(({ call, end }) => end === "denied" && /^iam:(?!PassRole|Delete)/.test(call.action))
      .filter((attempt) => waysOf(attempt).length === 0);
    expect(silent.map(({ sentence }) => sentence)).toEqual([]);
  });

  test("a request too large to be recorded hides none of them", () => {
    const named = all.filter(({ record }) => JSON.stringify(record?.["requestParameters"] ?? {}) !== "{}");
    const hidden = named
      .filter((attempt) => waysOf(attempt).length > 0)
      .filter(({ record = {}, ...attempt }) => waysOf({ ...attempt, record: padded(record) }).length === 0);
    expect(hidden.map(({ sentence }) => sentence)).toEqual([]);
  });
});

describe("as simulate answers, on the shipped configuration", () => {
  beforeEach(() => {
    jest.spyOn(console, "log").mockImplementation(() => undefined);
    jest.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  const denied = attempts(blueprintOf(synth(configuration()).baseline)).filter(({ end }) => end === "denied");

  test.each(denied.map((one) => [one.sentence, one] as const))("%s", async (_sentence, { call }) => {
    const { principal, action, resource } = call;
    const code = await simulate.run([
      `--account=${principal.account}`,
      `--principal=arn:aws:iam::${principal.account}:role/${principal.name}`,
      `--action=${action}`,
      ...(resource === undefined ? [] : [`--resource=${resource}`]),
      "--at=2026-11-22T12:00:00Z",
    ]);
    expect(code).toBe(2);
  });
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
