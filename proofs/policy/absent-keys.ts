import type { Principal } from "./call";
import type { IsAbsent } from "./bearing";

/** Keys that only a service's own call carries. Source: IAM User Guide, Global condition keys, availability. */
const OF_SERVICES = [
  "aws:principalservicename",
  "aws:principalservicenameslist",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
];

/** Keys that only a caller with an account carries. */
const OF_IDENTITIES = [
  "aws:assumedroot",
  "aws:federatedprovider",
  "aws:multifactorauthage",
  "aws:multifactorauthpresent",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principaltype",
  "aws:sourceidentity",
  "aws:tokenissuetime",
  "aws:userid",
  "aws:username",
];

/** Keys of calls that a service makes with somebody's credentials. */
const OF_FORWARDED = ["aws:calledvia", "aws:calledviafirst", "aws:calledvialast"];

const absentOf = (principal: Principal): readonly string[] => {
  switch (principal.type) {
    case "service":
    case "unauthenticated":
      return [...OF_FORWARDED, ...OF_IDENTITIES, ...(principal.type === "service" ? [] : OF_SERVICES)];
    case "user":
      return [...OF_FORWARDED, ...OF_SERVICES, "aws:assumedroot", "aws:federatedprovider"];
    case "assumed-root":
      return [...OF_FORWARDED, ...OF_SERVICES, "aws:username", "aws:federatedprovider"];
    default:
      return [
        ...OF_FORWARDED,
        ...OF_SERVICES,
        "aws:assumedroot",
        "aws:username",
        ...(principal.type === "root" ? ["aws:federatedprovider"] : []),
      ];
  }
};

/**
 * The keys that a direct call of this principal does not carry, whatever else it does, and those given (in lower case;
 * what ends in `*` is a family). Tags of a principal without an identity are among them.
 */
export function absentFrom(principal: Principal, more: readonly string[] = []): IsAbsent {
  const withoutIdentity = principal.type === "service" || principal.type === "unauthenticated";
  const listed = [...absentOf(principal), ...more, ...(withoutIdentity ? ["aws:principaltag/*"] : [])];
  const exact = new Set(listed);
  const families = listed.filter((key) => key.endsWith("*")).map((key) => key.slice(0, -1));
  return (key) => exact.has(key) || families.some((family) => key.startsWith(family));
}
