import { accountOf, type Call } from "./call";
import type { PolicyType } from "./policy-document";
import type { Exemption } from "./verdict";

/** Whose policies are judged: the account at the end of the hierarchy, and the account that no policy binds. */
export interface Place {
  readonly account: string | undefined;
  readonly managementAccount: string | undefined;
}

/** The account whose policies of this type are judged; undefined where the caller belongs to none. */
export const boundAccount = (type: PolicyType, { principal, resourceAccount }: Call): string | undefined => {
  const caller = accountOf(principal);
  return type === "SERVICE_CONTROL_POLICY" ? caller : (resourceAccount ?? caller);
};

/**
 * Why policies of this type do not reach the call, or undefined where they do. Service control policies follow the
 * caller's account, resource control policies the account that owns the resource; service-linked roles and the
 * management account are beyond both. Source: Organizations User Guide, SCPs and RCPs, what they do not restrict.
 */
export function exemptionFrom(type: PolicyType, call: Call, place: Place): Exemption | undefined {
  const { principal } = call;
  if (principal.type === "service-linked-role") return "service-linked role";
  const bound = boundAccount(type, call);
  if (bound === undefined) return principal.type === "service" ? "service principal" : "unauthenticated caller";
  if (bound === place.managementAccount) return "management account";
  if (place.account !== undefined && bound !== place.account) return "other account";
  return undefined;
}

/** Whether resource control policies cannot speak of the action: AWS names one (Organizations User Guide, RCPs). */
export const isBeyondRcp = (action: string): boolean => action.toLowerCase() === "kms:retiregrant";

/** Whether policies of the type reach the call at all, wherever they are attached. */
export const binds = (type: PolicyType, call: Call, managementAccount: string): boolean =>
  exemptionFrom(type, call, { account: undefined, managementAccount }) === undefined &&
  !(type === "RESOURCE_CONTROL_POLICY" && isBeyondRcp(call.action));
