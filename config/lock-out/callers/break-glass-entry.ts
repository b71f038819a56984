import { parseArn } from "../../../catalogue/arn";
import type { Principal } from "../../../proofs/policy";
import type { Blueprint } from "../../blueprint";
import { belonging, made, type MustPass } from "../call";
import { principalOf } from "../principal-of";

/** Identity Center ends the name of a permission set's role with sixteen characters. */
const SUFFIX = "0123456789abcdef";

interface Entrant {
  readonly who: string;
  readonly principal: Principal;
  readonly account: string;
  readonly signIn: "MFA" | "session of a role" | "service";
  readonly context?: MustPass["call"]["context"];
}

const SSO_PATH = "/aws-reserved/sso.amazonaws.com/";

const roleOf = (permissionSet: string): string => `AWSReservedSSO_${permissionSet}_${SUFFIX}`;

/** Whoever the configuration lets into the break-glass roles, each as AWS sees them. */
function entrants(blueprint: Blueprint): readonly Entrant[] {
  const { accounts, baseline } = blueprint;
  const { permissionSets, users, roles } = baseline.rootAccess.breakGlass.trust;
  const named = (arns: readonly string[], what: string, signIn: Entrant["signIn"]): readonly Entrant[] =>
    arns.flatMap((arn) => {
      const principal = principalOf(arn);
      const account = parseArn(arn)?.account;
      if (principal === undefined || account === undefined) return [];
      const entrant = {
        who: `the ${what} ${arn}`,
        principal: { ...principal, ...belonging(blueprint) },
        account,
        signIn,
      };
      // The trust asks a user to give the session his name.
      return [principal.type === "user" ? { ...entrant, context: { "sts:RoleSessionName": principal.name } } : entrant];
    });
  const security = accounts.security.id;
  return [
    ...permissionSets.map((set): Entrant => ({
      who: `the permission set ${set} in ${security}`,
      principal: {
        type: "role",
        account: security,
        path: SSO_PATH,
        name: roleOf(set),
        ...belonging(blueprint),
      },
      account: security,
      signIn: "service",
    })),
    ...named(users, "break-glass user", "MFA"),
    ...named(roles, "break-glass entrant", "session of a role"),
  ];
}

/** Each way into a break-glass role: who may assume it must be able to. */
export function breakGlassEntry(blueprint: Blueprint): readonly MustPass[] {
  const { arns, accounts, baseline } = blueprint;
  return entrants(blueprint).flatMap(({ who, principal, account, signIn, context }) =>
    baseline.rootAccess.breakGlass.tasks.map((task) =>
      made(blueprint, {
        who,
        loss: "nobody can open a root session that way",
        principal,
        action: "sts:AssumeRole",
        resource: arns.breakGlassRole(task),
        owner: accounts.security.id,
        account,
        signIn,
        context,
      }),
    ),
  );
}

/**
 * Before that, somebody signs in to the permission set: a call on its role, which resource control policies of the
 * role's account bind. Whoever makes it has no credentials of AWS yet. Whether AWS counts Identity Center, which makes
 * it, as a service or as of the organization is written down nowhere: either may be. Source: STS API Reference,
 * AssumeRoleWithSAML (it needs no credentials); Organizations User Guide, resource control policies (STS).
 */
export function identityCenterSignIn(blueprint: Blueprint): readonly MustPass[] {
  const { arns, accounts, baseline } = blueprint;
  const account = accounts.security.id;
  return baseline.rootAccess.breakGlass.trust.permissionSets.map((set) => {
    const signIn = made(blueprint, {
      who: `whoever signs in to the permission set ${set} in ${account}`,
      loss: "nobody can open a root session that way",
      principal: { type: "unauthenticated" },
      action: "sts:AssumeRoleWithSAML",
      resource: arns.role(account, `${SSO_PATH.slice(1)}${roleOf(set)}`),
      owner: account,
      account,
      signIn: "service",
    });
    return { ...signIn, varies: { ...signIn.varies, "aws:PrincipalOrgID": [undefined, baseline.organization.id] } };
  });
}
