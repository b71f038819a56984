import type { AttachedPolicy, Level } from "./hierarchy";
import { parsePolicy } from "./parse-policy";

const ALL = { Effect: "Allow", Action: "*", Resource: "*" };

/**
 * The AWS managed policy `p-FullAWSAccess`: without it, or an allow list in its place, a level
 * allows nothing. It is attached to every target and takes one place of its quota.
 */
export const FULL_AWS_ACCESS: AttachedPolicy = {
  name: "FullAWSAccess",
  type: "SERVICE_CONTROL_POLICY",
  document: parsePolicy({ Version: "2012-10-17", Statement: [ALL] }, "FullAWSAccess"),
};

/** The AWS managed policy `p-RCPFullAWSAccess`, attached everywhere once resource control policies are on; nobody can detach it. */
export const RCP_FULL_AWS_ACCESS: AttachedPolicy = {
  name: "RCPFullAWSAccess",
  type: "RESOURCE_CONTROL_POLICY",
  document: parsePolicy(
    { Version: "2012-10-17", Statement: [{ ...ALL, Principal: "*" }] },
    "RCPFullAWSAccess",
    "RESOURCE_CONTROL_POLICY",
  ),
};

/** An organization of one level, with this service control policy beside what allows everything. */
export const onRoot = (policy: AttachedPolicy): readonly Level[] => [
  { kind: "root", id: "root", policies: [FULL_AWS_ACCESS, policy] },
];
