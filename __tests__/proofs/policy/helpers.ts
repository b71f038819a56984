import {
  evaluate,
  FULL_AWS_ACCESS,
  parsePolicy,
  type AttachedPolicy,
  type Call,
  type Level,
  type Principal,
} from "../../../proofs/policy";

export const MEMBER = "111111111111";
export const OTHER = "222222222222";
export const MANAGEMENT = "333333333333";

export const root: Principal = { type: "root", account: MEMBER };
export const assumedRoot: Principal = { type: "assumed-root", account: MEMBER };
export const admin: Principal = { type: "role", account: MEMBER, name: "Admin", sessionName: "jane" };

type Json = Readonly<Record<string, unknown>>;

/** A service control policy of the given statements. */
export const scp = (name: string, ...statements: readonly Json[]): AttachedPolicy => ({
  name,
  type: "SERVICE_CONTROL_POLICY",
  document: parsePolicy({ Version: "2012-10-17", Statement: statements }, name),
});

/** A resource control policy of the given statements. */
export const rcp = (name: string, ...statements: readonly Json[]): AttachedPolicy => ({
  name,
  type: "RESOURCE_CONTROL_POLICY",
  document: parsePolicy({ Version: "2012-10-17", Statement: statements }, name, "RESOURCE_CONTROL_POLICY"),
});

/** Root, one organizational unit and one account, all with FullAWSAccess; the given policies hang on the unit. */
export const under = (...policies: readonly AttachedPolicy[]): readonly Level[] => [
  { kind: "root", id: "r-ab12", policies: [FULL_AWS_ACCESS] },
  { kind: "ou", id: "ou-ab12-11111111", name: "Workloads", policies: [FULL_AWS_ACCESS, ...policies] },
  { kind: "account", id: MEMBER, policies: [FULL_AWS_ACCESS] },
];

/** Whether one Deny statement with this condition stops the call: the shortest question about an operator. */
export const denies = (condition: Json, call: Partial<Call> = {}): boolean =>
  evaluate(
    { principal: admin, action: "s3:ListAllMyBuckets", ...call },
    under(scp("p", { Effect: "Deny", Action: "*", Resource: "*", Condition: condition })),
  ).decision === "denied";
