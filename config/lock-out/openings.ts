import { parseArn } from "../../catalogue/aws/arn";
import { evaluate } from "../../proofs/policy";
import { Target, type Blueprint } from "../blueprint";
import { levelsTo } from "./levels";
import { principalOf } from "./principal-of";
import { administratorOf, exempts, oneOf } from "./ways-round";

/** How an administrator makes an identity of his own account his own: the calls that do it for a role, and for a user. */
const STEPS = {
  role: ["iam:UpdateAssumeRolePolicy", "iam:CreateRole", "iam:PassRole"],
  user: [
    "iam:CreateLoginProfile",
    "iam:CreateAccessKey",
    "iam:CreateUser",
    "iam:UpdateLoginProfile",
    "iam:EnableMFADevice",
    "iam:UpdateUser",
  ],
} as const;

/** An identity that guardrails let through, and that the administrator of its own account can take. */
export interface Opening {
  readonly identity: string;
  readonly account: string;
  /** The guardrails that let it through there. */
  readonly guardrails: readonly string[];
  /** The first call that is not denied. */
  readonly step: string;
}

/** The users and roles whom break glass trusts by name hold what the break-glass roles hold. */
function identitiesOf({
  guardrailSettings: settings,
}: Blueprint): readonly (readonly [identity: string, as: string])[] {
  const { exemptPrincipals, breakGlassRoles, trustedIdentities } = settings;
  const [anyBreakGlass] = breakGlassRoles;
  return [
    ...[...exemptPrincipals, ...breakGlassRoles].map((arn) => [arn, arn] as const),
    ...(anyBreakGlass === undefined ? [] : trustedIdentities.map((arn) => [arn, anyBreakGlass] as const)),
  ];
}

/**
 * The exemptions that the administrator of the exempt account himself can take, on what the configuration attaches to the
 * root and to that account. Decided by evaluating the attack from inside.
 */
export function openings(blueprint: Blueprint): readonly Opening[] {
  const { policies, guardrailSettings, accounts } = blueprint;
  return identitiesOf(blueprint).flatMap(([identity, as]) => {
    const { account = "", resource = "" } = parseArn(identity) ?? {};
    const [principal, kind] = [principalOf(oneOf(as)), resource.startsWith("user/") ? "user" : "role"] as const;
    // Service control policies bind nobody in the management account, so nothing there is an exemption from them. Under
    // aws-reserved/ only AWS creates roles. An exemption in every account is refused or closed elsewhere: waysRound.
    if (
      principal === undefined ||
      !/^\d{12}$/.test(account) ||
      account === accounts.management.id ||
      resource.startsWith("role/aws-reserved/")
    )
      return [];
    const target = new Target(account);
    const call = { principal: administratorOf(account), resource: oneOf(identity) };
    const levels = levelsTo(policies, [target]);
    const step = STEPS[kind].find((action) => evaluate({ ...call, action }, levels).decision !== "denied");
    if (step === undefined) return [];
    const there = [new Target("root"), target];
    const guardrails = policies
      .filter(({ targets }) => targets.some((own) => there.some((each) => each.equals(own))))
      .flatMap((policy) => policy.guardrails)
      .filter((id) => exempts(id, guardrailSettings, principal));
    return guardrails.length === 0 ? [] : [{ identity, account, guardrails, step }];
  });
}
