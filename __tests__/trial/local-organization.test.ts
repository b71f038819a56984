import { parseConfig, type Baseline } from "../../config";
import { controlTowerOrganization, existingOrganization } from "../../emulator/organization-seed";
import controlTower from "../../examples/control-tower";
import shipped from "../../examples/existing-organization";
import govcloud from "../../examples/govcloud";
import greenfield from "../../examples/greenfield";
import { localOrganization, trialProblems } from "../../trial/local-organization";
import { leftOut } from "../../trial/tried-configuration";

const parsed = (changes: object): Baseline => parseConfig({ ...shipped, ...changes });
const OTHER = { mode: "existing", id: "o-otherorgid1" };

test("the shipped configuration is tried on the example organization, as it is", () => {
  const { roles, ...seed } = localOrganization(parsed({}));
  expect(seed).toEqual(existingOrganization);
  expect(roles).toEqual([]);
});

test("another organization has the accounts and units that the configuration names, parents first", () => {
  const seed = localOrganization(
    parsed({
      organization: OTHER,
      accounts: { management: { id: "777777777777" }, security: { id: "888888888888", deployRole: "Deploy" } },
      rootAccess: {
        ...shipped.rootAccess,
        breakGlass: { tasks: ["audit"], trust: { permissionSets: ["BreakGlass"] } },
      },
      guardrails: { attach: [{ id: "deny-root-user", targets: ["root", "A/B/C", "A", "999999999999"] }] },
    }),
  );
  expect(seed.organization).toMatchObject({ id: "o-otherorgid1", managementAccount: "777777777777" });
  expect(seed.accounts.map(({ id }) => id)).toEqual(["888888888888", "999999999999"]);
  expect(seed.organizationalUnits).toEqual(["A", "A/B", "A/B/C"]);
  expect(seed.roles).toEqual([{ accountId: "888888888888", name: "Deploy" }]);
  expect([seed.policies, seed.rootCredentials]).toEqual([[], []]);
});

test("what the configuration uses is there: the trail, GuardDuty and the deploy roles of Control Tower", () => {
  const seed = localOrganization(parseConfig(controlTower));
  const [trail] = controlTowerOrganization.trails ?? [];
  expect(seed.trails).toMatchObject([{ name: trail?.name, logGroup: trail?.logGroup, organization: true }]);
  expect(seed.detectors).toEqual(controlTowerOrganization.detectors);
  expect(seed.guardDutyAdministrator).toEqual(controlTowerOrganization.guardDutyAdministrator);
  expect(seed.roles).toEqual([
    { accountId: "222222222222", name: "AWSControlTowerExecution" },
    { accountId: "333333333333", name: "AWSControlTowerExecution" },
  ]);
});

test("root access that others switched on is on", () => {
  const { organization } = localOrganization(parsed({ rootAccess: { ...shipped.rootAccess, mode: "use" } }));
  expect(organization).toMatchObject({
    rootFeatures: ["RootCredentialsManagement", "RootSessions"],
    delegatedAdministrators: [{ accountId: "222222222222", servicePrincipal: "iam.amazonaws.com" }],
  });
});

test("an owned organization has no trusted access that the configuration would switch off", () => {
  const baseline = parseConfig(greenfield);
  const { organization } = baseline;
  expect(localOrganization(baseline).organization.trustedAccess).toEqual(
    organization.mode === "owned" ? organization.trustedAccess : undefined,
  );
});

test("there is no local organization in another partition, and a local unit has an id of its own", () => {
  expect(trialProblems(parsed({}))).toEqual([]);
  expect(trialProblems(parseConfig(govcloud)).map(({ where }) => where)).toEqual(["homeRegion"]);
  const attach = [{ id: "deny-root-user", targets: ["root", "ou-abcd-12345678"] }];
  const problems = trialProblems(parsed({ guardrails: { attach } }));
  expect(problems).toMatchObject([{ where: "guardrails.attach[0].targets[1]", got: "ou-abcd-12345678" }]);
});

test("state never leaves the folder of the trial", () => {
  const local = (directory: string) => leftOut(parsed({ terraform: { backend: { type: "local", directory } } }));
  expect(local("../../../state")).toEqual([]);
  expect(local("../../../../state")).toEqual(['terraform.backend: state stays in the trial\'s folder, not in "local"']);
});

test("what only the real organization has is left out, and said", () => {
  const changes = { adopt: { "aws_s3_bucket.log": "example" }, release: ["aws_cloudtrail.trail"] };
  expect(leftOut({ ...parsed({}), ...changes })).toEqual([
    "adopt: what is adopted there is created here",
    "release: there is nothing to release here",
  ]);
});
