import { catalogueJudges, classify, FOREIGN_ACTS, SURFACES, type Row } from "../../../catalogue/attack-surface";
import { MANAGEMENT_ADMINISTRATOR } from "../../../catalogue/guardrails/cast";
import { GUARDRAILS } from "../../../catalogue/guardrails";
import { MANAGEMENT_PROOF_SETTINGS, managementAccountStatements } from "../../../catalogue/management-account";
import { policyText, PROOF_SETTINGS } from "../../../catalogue/guardrail";
import { unknownActions } from "../actions";

/**
 * Of all that AWS lets somebody change about what we protect, nothing is left out: it is denied, watched, or excused in
 * writing. Guardrails, the management account's policy and the detections are asked themselves.
 */
const judges = catalogueJudges();
const rows = new Map(SURFACES.map((surface) => [surface.service, classify(surface, judges)]));

const named = (action: string): Row => {
  const [service = "", name = ""] = action.split(":");
  const found = rows.get(service)?.find((row) => row.action.name === name);
  if (found === undefined) throw new Error(`an action must stand in the register, got ${action}`);
  return found;
};

const shown = ({ action, open }: Row): string =>
  `${action.name} on ${[...new Set(open.map(({ account, thing }) => `${thing?.what ?? "anything"} (${account})`))].join(", ")}`;

describe.each(SURFACES.map((surface) => [surface.title, surface] as const))("%s", (_title, surface) => {
  const found = rows.get(surface.service) ?? [];

  test("every action is denied, watched or excused", () => {
    expect(found.filter(({ verdict }) => verdict === "open").map(shown)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  test("every excuse is needed, and stands once", () => {
    const excused = found.filter(({ excuses }) => excuses.length > 0);
    expect(excused.filter(({ verdict }) => verdict !== "excused").map(({ action }) => action.name)).toEqual([]);
    expect(excused.filter(({ excuses }) => excuses.length > 1).map(({ action }) => action.name)).toEqual([]);
  });

  test("excuses and facts about records are of actions that there are", () => {
    const { excused, events = {}, unrecorded = [], documented, recordedData = [] } = surface;
    const written = [
      ...excused.flatMap(({ actions }) => actions),
      ...Object.keys(events),
      ...unrecorded.flatMap(({ actions }) => actions),
      ...(documented?.actions ?? []),
      ...recordedData,
    ];
    const known = new Set(found.map(({ action }) => action.name));
    expect(written.filter((name) => !known.has(name))).toEqual([]);
  });

  test("an excuse is a sentence that begins after a colon", () => {
    for (const { because } of surface.excused) expect(because).toMatch(/^[^A-Z].{10,}[^.]$/);
  });
});

test("the answers are those of the catalogue: some that were attacks", () => {
  expect(named("organizations:MoveAccount")).toMatchObject({ verdict: "denied", detections: ["guardrail-changed"] });
  expect(named("logs:PutAccountPolicy")).toMatchObject({
    management: ["ProtectWholeAccount"],
    detections: ["log-group-changed"],
  });
  expect(named("cloudwatch:PutMetricData")).toMatchObject({ management: ["ProtectMetrics"], eventNames: [] });
  expect(named("events:RemovePermission")).toMatchObject({ detections: ["event-rule-changed"] });
  expect(named("iam:UpdateAssumeRolePolicy").guardrails).toContain("protect-delivery-roles");
  expect(named("s3:DeleteObjectVersion")).toMatchObject({ guardrails: ["protect-log-archive"] });
  expect(named("sts:AssumeRoot").detections).toContain("assume-root-by-others");
  expect(named("guardduty:CreateFilter").detections).toContain("guardduty-changed");
});

test.each([
  ["the guardrails", { ...judges, guardrails: () => [] }],
  ["the management account's policy", { ...judges, management: () => [] }],
  ["the detections", { ...judges, detections: () => [] }],
])("without %s something is open: the closure can fail", (_title, fewer) => {
  const some = SURFACES.filter(({ service }) => ["iam", "events", "s3"].includes(service));
  const open = some.flatMap((surface) => classify(surface, fewer)).filter(({ verdict }) => verdict === "open");
  expect(open.length).toBeGreaterThan(5);
});

test("without one guardrail its actions are open", () => {
  const fewer = {
    ...judges,
    guardrails: (call: Parameters<typeof judges.guardrails>[0]) =>
      judges.guardrails(call).filter((id) => id !== "protect-log-archive"),
  };
  const s3 = SURFACES.filter(({ service }) => service === "s3").flatMap((surface) => classify(surface, fewer));
  const open = s3.filter(({ verdict }) => verdict === "open").map(({ action }) => action.name);
  expect(open).toContain("PutBucketObjectLockConfiguration");
});

test("what acts from another service hangs on actions that are denied or watched", () => {
  for (const { way, hangsOn } of FOREIGN_ACTS)
    expect([way, hangsOn.map((action) => named(action).verdict).filter((verdict) => verdict === "excused")]).toEqual([
      way,
      [],
    ]);
});

test("what the management account's policy denies of that, it denies", () => {
  const denied = FOREIGN_ACTS.filter(({ deniedInManagement }) => deniedInManagement === true);
  for (const action of denied.flatMap(({ actions }) => actions))
    expect([action, judges.management({ principal: MANAGEMENT_ADMINISTRATOR, action }).length]).toEqual([action, 1]);
  expect(denied.length).toBeGreaterThan(2);
});

test("what acts from another service is an action of AWS", async () => {
  expect(await unknownActions(FOREIGN_ACTS.flatMap(({ actions }) => actions))).toEqual([]);
});

test("no policy decides by tags, so that tagging is harmless", () => {
  const policies = [
    ...GUARDRAILS.map(({ statements }) => statements(PROOF_SETTINGS)),
    managementAccountStatements(MANAGEMENT_PROOF_SETTINGS),
  ].map(policyText);
  for (const policy of policies) expect(policy).not.toMatch(/(Resource|Request|Principal|Bucket)Tag\/|TagKeys/);
});
