import type { Baseline } from "../../config";

/** The role's name in its ARN, with its path. */
const roleIn = (arn: string | undefined): string | undefined =>
  /^arn:[^:]+:iam::\d{12}:role\/(.+)$/.exec(arn ?? "")?.[1];

/**
 * The accounts with the roles that are assumed now: as for Terraform, a variable may name another than the configuration,
 * such as one that only reads.
 */
export function withRolesOf(env: NodeJS.ProcessEnv, baseline: Baseline): Baseline {
  const { security, logArchive, ...others } = baseline.accounts;
  const role = <Account extends { readonly deployRole: string }>(account: Account, variable: string): Account => ({
    ...account,
    deployRole: roleIn(env[variable]) ?? account.deployRole,
  });
  return {
    ...baseline,
    accounts: {
      ...others,
      security: role(security, "TF_VAR_security_role_arn"),
      ...(logArchive === undefined ? {} : { logArchive: role(logArchive, "TF_VAR_log_archive_role_arn") }),
    },
  };
}
