import { isDeepStrictEqual } from "node:util";
import { isObject, statementsOf, type JsonObject } from "../organization/services/json";
import type { RoleFacts } from "../organization/services/roles";

/** A value in one form: one value and a list of one say the same, and a list has no order. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const all = value.map(plain);
    return all.length === 1 ? all[0] : all.map((each) => JSON.stringify(each)).sort();
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, plain(value[key])]),
      )
    : value;
};

/** A Sid is a name, and decides nothing. */
const withoutSid = (statement: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(statement).filter(([key]) => key !== "Sid"));

const VERSION = "2012-10-17";

/**
 * Whether a policy says what the stacks write and nothing else. It is compared, not evaluated: what else it says is not
 * understood. In an older version of the language `${aws:username}` is a text.
 */
export const saysOnly = (live: JsonObject | undefined, wanted: readonly object[]): boolean =>
  live?.["Version"] === VERSION &&
  isDeepStrictEqual(
    plain([[...statementsOf(live)].map(withoutSid)]),
    plain([wanted.map((statement) => withoutSid(statement as JsonObject))]),
  );

/** What a role of the baseline trusts, and what it may do. */
export interface WantedRole {
  readonly trust: readonly object[];
  readonly permissions: readonly object[];
}

/** What of a role is not as the stacks make it, in words; undefined where nothing is. */
export function roleProblem(role: RoleFacts | undefined, { trust, permissions }: WantedRole): string | undefined {
  if (role === undefined) return "the role does not exist";
  if (role.boundary !== undefined) return `a permissions boundary narrows it: ${role.boundary}`;
  if (!saysOnly(role.trustPolicy, trust)) return "its trust policy is not as the stack makes it";
  const policies = Object.values(role.inlinePolicies);
  if (role.attachedPolicies.length > 0) return `has other policies attached: ${role.attachedPolicies.join(", ")}`;
  const [only] = policies;
  return policies.length === 1 && saysOnly(only, permissions)
    ? undefined
    : "may do more, less or other than the stack lets it";
}
