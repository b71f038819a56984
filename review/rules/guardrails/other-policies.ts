import type { ReviewInput } from "../../model/review-input";
import { canonical, Unknown, type Thing } from "../../model/thing";
import type { World } from "../../model/world";
import type { Found } from "../rule";
import { nameOf, placeOf } from "../words";

/** Types that bound calls, which are judged by the calls. */
const JUDGED = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];

/** A policy that bounds no call: declarative, of tags, backups, AI services or whatever else comes. */
interface OtherPolicy {
  readonly thing: Thing;
  readonly says: string;
}

/** What a policy says, whatever its spacing and the order of its keys. */
function saying(content: unknown): string {
  if (typeof content !== "string") return canonical(content);
  try {
    return canonical(JSON.parse(content));
  } catch {
    return content;
  }
}

const isOther = ({ values: { type } }: Thing): boolean => typeof type === "string" && !JUDGED.includes(type);

const policyOf = (thing: Thing): OtherPolicy => ({ thing, says: saying(thing.values["content"]) });

const policiesIn = (world: World): readonly OtherPolicy[] =>
  world.of("aws_organizations_policy").filter(isOther).map(policyOf);

interface Attached extends OtherPolicy {
  readonly target: string;
}

const attachedIn = (world: World): readonly Attached[] =>
  world.of("aws_organizations_policy_attachment").flatMap(({ values }) => {
    const { policy_id: id, target_id: target } = values;
    const thing = world.named("aws_organizations_policy", id, undefined);
    // Where nobody knows the target, that is told of every attachment.
    if (thing === undefined || !isOther(thing) || target instanceof Unknown) return [];
    return [{ ...policyOf(thing), target: String(target) }];
  });

const named = ({ thing }: OtherPolicy): string => `\`${nameOf(thing)}\` (${String(thing.values["type"])})`;

const isSame = (one: OtherPolicy, other: OtherPolicy): boolean => placeOf(one.thing) === placeOf(other.thing);

/** Policies that say something else than before, wherever they are attached. */
function rewritten({ before, after }: ReviewInput): readonly Found[] {
  const old = policiesIn(before);
  return policiesIn(after).flatMap((policy) => {
    const was = old.find((each) => isSame(each, policy));
    if (was === undefined || was.says === policy.says) return [];
    return [
      {
        place: placeOf(policy.thing),
        words: `${named(policy)} says something else: no rule judges policies of its type`,
        exactly: { was: was.says, is: policy.says },
      },
    ];
  });
}

/** What stands on a target on one side, and on the other neither by the same name nor in the same words. */
const missing = (from: readonly Attached[], to: readonly Attached[], others: World): readonly Attached[] =>
  from.filter((each) => {
    const same = others.of("aws_organizations_policy").some((thing) => placeOf(thing) === placeOf(each.thing));
    const isThere = to.some(
      (other) => other.target === each.target && (isSame(other, each) || other.says === each.says),
    );
    // A policy that changes its type is told by its type.
    const isOfAnotherType = same && !policiesIn(others).some((other) => isSame(other, each));
    return !isThere && !isOfAnotherType;
  });

/** Policies that leave a target, and those that come: a policy below may take back what one above it sets. */
function attached({ before, after, organization }: ReviewInput): readonly Found[] {
  const [old, young] = [attachedIn(before), attachedIn(after)];
  const found = (each: Attached, words: string) => ({
    place: `${placeOf(each.thing)} on ${each.target}`,
    words: `${named(each)} ${words}: no rule judges policies of its type`,
    exactly: { target: each.target, says: each.says },
  });
  return [
    ...missing(old, young, after).map((each) =>
      found(each, `no longer covers \`${organization.nameOf(each.target)}\``),
    ),
    // AWS Organizations User Guide, inheritance for management policy types: what is assigned below replaces.
    ...missing(young, old, before).map((each) => ({
      ...found(each, `comes to \`${organization.nameOf(each.target)}\`, where it may take back what others say`),
      severity: "medium" as const,
    })),
  ];
}

/** Policies of the organization that bound no call. No rule knows what they say. */
export const otherPolicies = (input: ReviewInput): readonly Found[] => [...rewritten(input), ...attached(input)];
