import { isNothing, Unknown, type Thing, type Values } from "../../model/thing";
import type { World } from "../../model/world";
import { statementsOf, type PolicyStatement } from "../../policy/statement";

const ROLE = "aws_iam_role";

/** Texts of the policies that are written inside a role; none where AWS only repeats the other ones. */
export const inlineTexts = ({ values }: Thing): readonly unknown[] => {
  const { inline_policy: inline } = values;
  return Array.isArray(inline) ? (inline as readonly Values[]).map(({ policy }) => policy) : [];
};

/** What a role may do by the policies of its own. Undefined where one of them cannot be read. */
export function powersOf(world: World, role: Thing): readonly PolicyStatement[] | undefined {
  const texts = world
    .of("aws_iam_role_policy")
    .filter((each) => world.named(ROLE, each.values["role"], each) === role)
    .map(({ values }) => values["policy"]);
  try {
    return [...texts, ...inlineTexts(role)].flatMap(statementsOf);
  } catch {
    return undefined;
  }
}

/** Policies that a role is given besides: of AWS, or of others. */
export const attachedPolicies = ({ values }: Thing): readonly string[] => {
  const { managed_policy_arns: arns } = values;
  return arns instanceof Unknown || isNothing(arns) ? [] : [arns].flat().map(String);
};

/** The services that a trust lets in: `cloudtrail.amazonaws.com`. Nothing where it cannot be read. */
export function servicesOf(role: Thing): readonly string[] {
  try {
    const { assume_role_policy: trust } = role.values;
    return statementsOf(trust)
      .filter(({ effect }) => effect === "Allow")
      .flatMap(({ principals }) => principals.patterns)
      .flatMap((name) => (name.startsWith("Service:") ? [name.slice("Service:".length)] : []));
  } catch {
    return [];
  }
}
