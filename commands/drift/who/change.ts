import { parseArn, placeByArn } from "../../../catalogue/aws/arn";
import { globalRegionOf } from "../../../catalogue/aws/global-services";
import { callsThatMade, type Became, type ChangingCall } from "../../../catalogue/terraform-changes";
import { memberResources, type Blueprint } from "../../../config";
import type { Call } from "../../../proofs/policy";
import type { DriftedResource } from "../../../terraform/planning/drift";

/** A call that can have made a change, as policies judge it and as CloudTrail records it. */
export interface PossibleCall extends Omit<ChangingCall, "from" | "isOnNothing"> {
  /**
   * What policies see of it besides who calls; where the thing may have several names, each of them.
   * @default nobody knows what it is called on
   */
  readonly on: readonly Pick<Call, "resource" | "context">[] | undefined;
}

/** What can have been done to a thing that drifted, in one account and one Region. */
export interface PossibleChange {
  /** Stack and address, as the list of what drifted names it. */
  readonly thing: string;
  /** The account in which the calls are made. @default the plan does not say */
  readonly account: string | undefined;
  /** The Region in which CloudTrail records them. @default the plan does not say */
  readonly region: string | undefined;
  /** The account that holds the thing. */
  readonly owner: string | undefined;
  /** Empty where nobody knows a call that makes such a change. */
  readonly calls: readonly PossibleCall[];
}

/** Attributes that an apply would set back: what AWS fills in says nothing about anybody. */
const setBack = ({ attributes }: DriftedResource): readonly string[] =>
  attributes.filter(({ isSetBack }) => isSetBack).map(({ name }) => name);

const isTags = (name: string): boolean => name === "tags" || name === "tags_all";

/** What became of it, and of which of its attributes. */
function became(drifted: DriftedResource): readonly [Became, readonly string[]] {
  const names = setBack(drifted);
  if (drifted.isGone) return ["gone", []];
  return names.every(isTags) ? ["tagged", []] : ["changed", names.filter((name) => !isTags(name))];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const isArn = (value: unknown): boolean => parseArn(text(value)) !== undefined;

/**
 * What policies know it by in a member account. Where the baseline keeps several of its type there and the values do not
 * say which it is, it may be any of them.
 */
function namesOf(
  blueprint: Blueprint,
  { type, values }: DriftedResource,
  account: string | undefined,
  region: string | undefined,
): PossibleCall["on"] {
  const of = memberResources(blueprint).filter(
    (each) => each.account === account && each.region === region && each.types.some((own) => own === type),
  );
  const own = [text(values["arn"]), text(values["bucket"]), text(values["role"]), text(values["topic_arn"])].filter(
    (name) => name !== "",
  );
  if (of.length === 0) return isArn(values["arn"]) ? [{ resource: text(values["arn"]) }] : undefined;
  const exact = of.filter(({ resource }) =>
    own.some((name) => resource === name || parseArn(resource)?.resource.split("/").at(-1) === name),
  );
  return (exact.length > 0 ? exact : of).map(({ resource, context }) => ({
    resource,
    ...(context === undefined ? {} : { context }),
  }));
}

/** What can have been done to a thing, an entry for each account in which somebody can have called. */
export function possibleChanges(
  blueprint: Blueprint,
  stack: string,
  drifted: DriftedResource,
): readonly PossibleChange[] {
  const { accounts, partition } = blueprint;
  const { account: owner, region: own } = placeByArn(drifted.place, drifted.values["arn"]);
  const names = namesOf(blueprint, drifted, owner, own);
  const placed = callsThatMade(drifted.type, ...became(drifted))
    // The administrator of GuardDuty is no member of its own.
    .filter(({ from }) => from !== "security" || owner !== accounts.security.id)
    .map(({ from, isOnNothing, ...call }) => ({
      account: from === undefined ? owner : accounts[from].id,
      region: globalRegionOf(partition.id, call.action) ?? own,
      call: { ...call, on: isOnNothing || from !== undefined ? [{}] : names },
    }));
  const thing = `${stack}: ${drifted.address}`;
  if (placed.length === 0) return [{ thing, account: owner, region: own, owner, calls: [] }];
  const places = new Map(placed.map(({ account, region }) => [`${account} ${region}`, { account, region }]));
  return [...places.values()].map(({ account, region }) => ({
    thing,
    account,
    region,
    owner,
    calls: placed.filter((each) => each.account === account && each.region === region).map(({ call }) => call),
  }));
}
