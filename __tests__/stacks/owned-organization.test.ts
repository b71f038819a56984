import { configuration } from "../support/configuration";
import { example, inForm } from "../support/examples";
import { stack } from "../support/synth";
import { at, dataOf, ofType } from "../support/terraform";

const OWNED = "aws_organizations_organization.organization-settings_owned";
const existing = stack(configuration(), "root-access");
const owned = stack(example("greenfield"), "root-access");
const compact = stack(inForm(example("greenfield"), "6"), "root-access");

test("existing: the organization is read and never managed", () => {
  expect(ofType(existing, "aws_organizations_organization")).toEqual({});
  expect(existing.import).toBeUndefined();
  expect(dataOf(existing).map(({ address }) => address)).toContain(
    "data.aws_organizations_organization.organization_live",
  );
});

test("owned: it is imported, never created, and never destroyed", () => {
  expect(owned.import).toEqual([{ to: OWNED, id: "o-exampleorgid" }]);
  expect(at(owned, OWNED)).toMatchObject({ feature_set: "ALL", lifecycle: { prevent_destroy: true } });
});

test("owned: trusted access and policy types are exactly the configured ones", () => {
  const { organization } = example("greenfield");
  if (organization.mode !== "owned") throw new Error("greenfield owns its organization");
  expect(at(owned, OWNED)).toMatchObject({
    aws_service_access_principals: organization.trustedAccess,
    enabled_policy_types: organization.policyTypes,
  });
});

const preconditionsOf = (terraform: typeof owned) =>
  (
    at(terraform, OWNED)["lifecycle"] as {
      readonly precondition: readonly { readonly condition: string; readonly error_message: string }[];
    }
  ).precondition;

test("owned: nobody is told to add a policy type that the portable form then refuses", () => {
  const [, lost, beyond] = preconditionsOf(owned);
  expect(lost?.condition).toMatch(/^\$\{length\(setintersection\(setsubtract\(.+, \["AISERVICES_OPT_OUT_POLICY",/);
  expect(beyond?.condition).toMatch(/^\$\{length\(setsubtract\(.+, \["AISERVICES_OPT_OUT_POLICY",/);
  expect(beyond?.error_message).toMatch(
    /^organization\.mode must be "existing" in the portable form, .+awsProvider to "6"/,
  );
});

test("owned: a plan is refused that would switch off a service or a policy type which is on today", () => {
  const precondition = preconditionsOf(compact);
  const live = "data.aws_organizations_organization.organization_live";
  expect(precondition.map(({ condition }) => condition)).toEqual([
    `\${length(setsubtract(${live}.aws_service_access_principals, ["cloudtrail.amazonaws.com","guardduty.amazonaws.com","iam.amazonaws.com","malware-protection.guardduty.amazonaws.com","sso.amazonaws.com"])) == 0}`,
    `\${length(setsubtract([for type in ${live}.roots[0].policy_types : type.type if type.status == "ENABLED"], ["SERVICE_CONTROL_POLICY"])) == 0}`,
  ]);
  expect(precondition.map(({ error_message: message }) => message.split(" must ")[0])).toEqual([
    "organization.trustedAccess",
    "organization.policyTypes",
  ]);
  for (const { error_message: message } of precondition)
    expect(message).toMatch(/got a list without \$\{join\(.+\)\}: add it, or switch it off first \(aws organizations /);
});
