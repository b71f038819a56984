import { parseArn } from "../../../catalogue/aws/arn";
import type { Blueprint } from "../../blueprint";
import { belonging, made, type MustPass } from "../call";
import { principalOf } from "../principal-of";
import { roleOf } from "./break-glass-entry";

/**
 * Before break glass, somebody signs in to the permission set: a call on its role, which resource control policies of the
 * role's account bind. Whoever makes it has no credentials of AWS yet. Whether AWS counts Identity Center, which makes
 * it, as a service or as of the organization is written down nowhere: either may be. Source: STS API Reference,
 * AssumeRoleWithSAML (it needs no credentials); Organizations User Guide, resource control policies (STS).
 */
export function identityCenterSignIn(blueprint: Blueprint): readonly MustPass[] {
  const { arns, accounts, baseline } = blueprint;
  const account = accounts.security.id;
  return baseline.rootAccess.breakGlass.trust.permissionSets.map((set) => {
    const { path, name } = roleOf(set);
    const signIn = made(blueprint, {
      who: `whoever signs in to the permission set ${set} in ${account}`,
      loss: "nobody can open a root session that way",
      principal: { type: "unauthenticated" },
      action: "sts:AssumeRoleWithSAML",
      resource: arns.role(account, `${path.slice(1)}${name}`),
      owner: account,
      account,
      signIn: "service",
    });
    return { ...signIn, varies: { ...signIn.varies, "aws:PrincipalOrgID": [undefined, baseline.organization.id] } };
  });
}

/**
 * A user whom break glass trusts signs in to the console: before the password nobody is authenticated and
 * `signin:PrincipalArn` says who wants in, afterwards the user calls. Policies are asked once console authorization is
 * on, in commercial Regions. Source: AWS Sign-In User Guide, console access control.
 */
export function userSignIn(blueprint: Blueprint): readonly MustPass[] {
  if (blueprint.partition.id !== "aws") return [];
  return blueprint.baseline.rootAccess.breakGlass.trust.users.flatMap((user) => {
    const [principal, account] = [principalOf(user), parseArn(user)?.account];
    if (principal === undefined || account === undefined) return [];
    const common = {
      who: `the sign-in of the break-glass user ${user}`,
      loss: "nobody reaches the console with it where console authorization is on",
      owner: account,
      account,
    };
    return [
      made(blueprint, {
        ...common,
        principal: { type: "unauthenticated" },
        action: "signin:Authenticate",
        signIn: "service",
        context: { "signin:PrincipalArn": user },
      }),
      ...["signin:AuthorizeOAuth2Access", "signin:CreateOAuth2Token"].map((action) =>
        made(blueprint, {
          ...common,
          principal: { ...principal, ...belonging(blueprint) },
          action,
          signIn: "MFA",
        }),
      ),
    ];
  });
}
