import { whoCould } from "../../../commands/drift/who";
import { whoSentences } from "../../../commands/drift/who/lines";
import { unitsAboveIn, unitsAboveOf } from "../../../commands/drift/who/units";
import { blueprintOf, parseConfig } from "../../../config";
import type { OrganizationSnapshot } from "../../../terraform/plan-folder";
import { configuration, withGuardrails } from "../../support/configuration";
import { drifted } from "./drifted";

const [MANAGEMENT, ARCHIVE] = ["111111111111", "333333333333"];
const BUCKET = `org-baseline-trail-${ARCHIVE}-us-east-1`;
const POLICY = { was: { bucket: BUCKET, policy: "a" }, is: { bucket: BUCKET, policy: "b" } };

const attached = (target: string) =>
  withGuardrails({ attach: [{ id: "protect-log-archive", targets: [target] }], packs: [] });

describe("where the organization was saved, a unit's guardrail", () => {
  const units = [
    { id: "ou-exam-11111111", name: "Security", path: "Security", parent: "r-exam" },
    { id: "ou-exam-22222222", name: "Logs", path: "Security/Logs", parent: "ou-exam-11111111" },
    { id: "ou-exam-33333333", name: "Other", path: "Other", parent: "r-exam" },
    // A name with a slash: its path looks like two units.
    { id: "ou-exam-44444444", name: "Security/Logs", path: "Security/Logs", parent: "r-exam" },
    { id: "ou-exam-55555555", name: "Loose", path: "Gone/Loose", parent: "ou-exam-99999999" },
  ];
  const saved = (unit: string): OrganizationSnapshot => ({
    ...{ id: "o-exampleorgid", managementAccount: MANAGEMENT, root: "r-exam", units, policies: [] },
    accounts: [{ id: ARCHIVE, name: "log-archive", status: "ACTIVE", unit }],
  });
  const whoIn = (unit: string, target: string) => {
    const drift = drifted("audit-trail", { "aws_s3_bucket_policy.b": { at: [ARCHIVE, "us-east-1"], ...POLICY } });
    const blueprint = blueprintOf(parseConfig(attached(target)));
    return whoSentences(whoCould(blueprint, [drift], unitsAboveIn(saved(unit)))[0]?.suspects).join("; ");
  };
  const DENIED = /; nobody else: protect-log-archive denies it$|^nobody else/;
  const FREE = /no guardrail on that account denies it$/;

  test.each([
    ["of its own unit denies", "ou-exam-11111111", "Security", DENIED],
    ["of a unit further up denies", "ou-exam-22222222", "Security", DENIED],
    ["of a unit by its id denies", "ou-exam-22222222", "ou-exam-22222222", DENIED],
    ["of another unit does not", "ou-exam-33333333", "Security", FREE],
    ["of a unit below does not", "ou-exam-11111111", "Security/Logs", FREE],
    ["of another unit whose path reads the same does not", "ou-exam-44444444", "Security/Logs", FREE],
    ["stays undecided where the way up is not known", "ou-exam-55555555", "Security", /^exempt.*undecided for others/],
  ])("%s", (_name, unit, target, sentence) => expect(whoIn(unit, target)).toMatch(sentence));

  test("is of the organization of the configuration, or it is a mistake", () => {
    const blueprint = blueprintOf(parseConfig(configuration()));
    const of = (organization: OrganizationSnapshot | undefined) => () =>
      unitsAboveOf(blueprint, { folder: "plans", organization });
    expect(of(undefined)).toThrow(
      '--plans must name plans beside which the organization was saved, without --no-organization, got "plans"',
    );
    const own = { ...saved("r-exam"), id: blueprint.baseline.organization.id };
    expect(of({ ...own, id: "o-anotherorgid" })).toThrow(/^--plans must name plans of the organization o-/);
    expect(of({ ...own, managementAccount: ARCHIVE })).toThrow(/^--plans must name plans of the organization o-/);
    expect(of(own)()(ARCHIVE)).toEqual([]);
  });
});
