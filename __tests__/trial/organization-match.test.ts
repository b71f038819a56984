import { checkMatch } from "../../trial/organization-match";
import { parseConfig } from "../../config/index";
import { existingOrganization } from "../../emulator/organization-seed";
import shipped from "../../examples/existing-organization";

const check = (changes: object) => () =>
  checkMatch(parseConfig({ ...shipped, ...changes }), existingOrganization, "baseline.config.ts");

test("the shipped configuration describes the local organization", () => {
  expect(check({})).not.toThrow();
});

test("a log archive account is optional", () => {
  const { management, security } = shipped.accounts;
  expect(check({ accounts: { management, security } })).not.toThrow();
});

test("every difference is named at once", () => {
  const changes = {
    organization: { mode: "existing", id: "o-otherorgid1" },
    accounts: { ...shipped.accounts, security: { id: "999999999999" } },
    rootAccess: { ...shipped.rootAccess, breakGlass: { tasks: ["audit"], trust: { permissionSets: ["BreakGlass"] } } },
    guardrails: { attach: [{ id: "deny-root-user", targets: ["root", "Workloads/Elsewhere"] }] },
    terraform: { backend: { type: "s3", bucket: "example-terraform-state", region: "us-east-1" } },
  };
  expect(check(changes)).toThrow(
    [
      "baseline.config.ts, as a trial on the local organization, has 4 problems:",
      '  organization.id must be o-exampleorgid, as in the local organization, got "o-otherorgid1"',
      '  accounts.security.id must be 222222222222, as in the local organization, got "999999999999"',
      '  guardrails.attach[0].targets[1] must be one of the local organization: root, Security, Workloads, Workloads/Prod, Workloads/Canary, Sandbox, 222222222222, 333333333333, 444444444444, 555555555555, 666666666666, got "Workloads/Elsewhere"',
      '  terraform.backend.type must be "none", or "local" with a directory no higher than ../../../, got "s3"',
    ].join("\n"),
  );
});

test("state never leaves the folder of the trial", () => {
  const local = (directory: string) => check({ terraform: { backend: { type: "local", directory } } });
  expect(local("../../../state")).not.toThrow();
  expect(local("../../../../state")).toThrow(/terraform\.backend\.type must be "none"/);
});
