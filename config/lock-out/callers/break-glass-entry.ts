import { parseArn } from "../../../catalogue/aws/arn";
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

/** The role of a permission set, as one of the security account has it. */
export const roleOf = (permissionSet: string) => ({
  path: "/aws-reserved/sso.amazonaws.com/",
  name: `AWSReservedSSO_${permissionSet}_${SUFFIX}`,
});

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
        ...roleOf(set),
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
