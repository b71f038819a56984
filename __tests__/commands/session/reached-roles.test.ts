import { withRolesOf } from "../../../commands/session/reached-roles";
import { parseConfig } from "../../../config";
import { configuration } from "../../support/configuration";

const baseline = parseConfig(configuration());

test("what a variable names is assumed in place of the deploy role, with its path", () => {
  const { security, logArchive, management } = withRolesOf(
    {
      TF_VAR_security_role_arn: "arn:aws:iam::222222222222:role/org-baseline-evidence",
      TF_VAR_log_archive_role_arn: "arn:aws:iam::333333333333:role/readers/evidence",
    },
    baseline,
  ).accounts;
  expect([security.deployRole, logArchive?.deployRole]).toEqual(["org-baseline-evidence", "readers/evidence"]);
  expect(management).toEqual(baseline.accounts.management);
});

test("without variables the configuration says it", () => {
  expect(withRolesOf({}, baseline)).toEqual(baseline);
});
