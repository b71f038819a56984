import { refuse } from "../refuse";
import { isAction } from "./action";
import { isResource, NO_RESOURCE } from "./arn";
import { isAbout, selects } from "./bearing";
import { checkAccountId, type Call } from "./call";
import { holds } from "./condition";
import type { Context } from "./condition-keys";
import { contextOf } from "./context";
import { exemptionFrom, isBeyondRcp, type Place } from "./exemption";
import { accountAt, type AttachedPolicy, type Level, type LevelName } from "./hierarchy";
import type { PolicyType, Statement } from "./policy-document";
import type { Verdict } from "./verdict";

export interface EvaluateOptions {
  /** The organization's management account. @default - no account is exempt as such */
  readonly managementAccount?: string;
}

/**
 * Judges one call by the policies on one path through the organization, from the root down. A Deny anywhere wins; for
 * service control policies every level must also allow. Resource control policies only deny, because AWS keeps
 * RCPFullAWSAccess attached everywhere. Source: Organizations User Guide, SCP evaluation and RCP evaluation.
 *
 * @throws where the call or the hierarchy is malformed
 */
export function evaluate(call: Call, hierarchy: readonly Level[], options: EvaluateOptions = {}): Verdict {
  if (!isAction(call.action)) refuse("action", "be one action, service:Name without wildcards", call.action);
  if (call.resource !== undefined && !isResource(call.resource)) refuse("resource", 'be "*" or one ARN', call.resource);
  checkAccountId("resourceAccount", call.resourceAccount);
  checkAccountId("managementAccount", options.managementAccount);
  const context = contextOf(call);
  const place: Place = { account: accountAt(hierarchy), managementAccount: options.managementAccount };
  const exemption = exemptionFrom("SERVICE_CONTROL_POLICY", call, place);
  const types = bindingTypes(call, hierarchy, place);

  const denied = firstDeny(call, context, hierarchy, types);
  if (denied) return denied;
  if (exemption === undefined) {
    const closed = hierarchy.find((level) => !allows(level, call, context));
    if (closed) return { decision: "denied", reason: "no allow at level", level: nameOf(closed) };
  }
  if (exemption !== undefined && types.length === 0) return { decision: "not bound", reason: exemption };
  return { decision: "allowed", reason: "allowed at every level" };
}

/** The types of policy that reach the call: service control policies always exist, resource control policies where attached. */
export function bindingTypes(call: Call, hierarchy: readonly Level[], place: Place): readonly PolicyType[] {
  const attached = hierarchy.flatMap((level) => level.policies.map((policy) => policy.type));
  const types: readonly PolicyType[] = isBeyondRcp(call.action)
    ? ["SERVICE_CONTROL_POLICY"]
    : ["SERVICE_CONTROL_POLICY", ...attached];
  return [...new Set(types)].filter((type) => exemptionFrom(type, call, place) === undefined);
}

function firstDeny(
  call: Call,
  context: Context,
  hierarchy: readonly Level[],
  types: readonly PolicyType[],
): Verdict | undefined {
  for (const level of hierarchy)
    for (const policy of level.policies.filter(({ type }) => types.includes(type))) {
      const statement = find(policy, "Deny", call, context);
      if (statement)
        return {
          decision: "denied",
          reason: "explicit deny",
          level: nameOf(level),
          policy: policy.name,
          policyType: policy.type,
          statement: statement.id,
        };
    }
  return undefined;
}

const allows = (level: Level, call: Call, context: Context): boolean =>
  level.policies.some(
    (policy) => policy.type === "SERVICE_CONTROL_POLICY" && find(policy, "Allow", call, context) !== undefined,
  );

/** Whether the statement speaks of this call: its action, its resource and every condition fit. */
const appliesTo = (statement: Statement, call: Call, context: Context): boolean =>
  isAbout(statement, call.action) &&
  selects(statement.resources, call.resource ?? NO_RESOURCE, context) &&
  statement.conditions.every((condition) => holds(condition, context));

const find = (
  policy: AttachedPolicy,
  effect: Statement["effect"],
  call: Call,
  context: Context,
): Statement | undefined =>
  policy.document.statements.find((statement) => statement.effect === effect && appliesTo(statement, call, context));

/** The level without its policies. */
export const nameOf = ({ kind, id, name }: Level): LevelName => ({ kind, id, ...(name === undefined ? {} : { name }) });
