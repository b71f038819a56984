import type { Blueprint } from "../../../config";
import { conditionValues, isObject, statementsOf, type JsonObject } from "../../../organization/services/json";

/** A way into a role. */
export interface Door {
  /** ARN, pattern of ARNs, or what else a trust policy names. */
  readonly who: string;
  /** Whether MFA is asked for. */
  readonly mfa: boolean;
}

const textsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === "string" ? [value] : [];
};

/** Everybody whom a trust policy admits: where it names a whole account and narrows it by ARN, the narrower of the two. */
export const doors = (trust: JsonObject): readonly Door[] =>
  statementsOf(trust)
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap((statement) => {
      const { Principal } = statement;
      const narrowed = conditionValues({ Statement: [statement] }, "aws:PrincipalArn");
      const named = isObject(Principal) ? Object.values(Principal).flatMap(textsOf) : textsOf(Principal);
      const mfa = conditionValues({ Statement: [statement] }, "aws:MultiFactorAuthPresent").includes("true");
      return (narrowed.length > 0 ? narrowed : named).map((who) => ({ who, mfa }));
    });

/** Identity Center ends the name of a role with 16 characters of its own. */
const PERMISSION_SET =
  /^arn:[^:]+:iam::(\d{12}):role\/aws-reserved\/sso\.amazonaws\.com\/(?:\*\/)?AWSReservedSSO_(.+)_\?{16}$/;

/** Whether the configuration names whoever comes through the door; a user only with MFA. */
export function isExplained({ who, mfa }: Door, { baseline, accounts }: Blueprint): boolean {
  const { permissionSets, users, roles } = baseline.rootAccess.breakGlass.trust;
  const [, account, set = ""] = PERMISSION_SET.exec(who) ?? [];
  if (account !== undefined) return account === accounts.security.id && permissionSets.includes(set);
  return roles.includes(who) || (users.includes(who) && mfa);
}
