import { type Call, evaluate, FULL_AWS_ACCESS, type Level, parsePolicy } from "../../proofs/policy";
import { list, statementsIn, type WrittenStatement } from "./policies";

const path = (account: string, statements: readonly Omit<WrittenStatement, "Principal">[]): readonly Level[] => [
  { kind: "root", id: "r-ab12", policies: [FULL_AWS_ACCESS] },
  {
    kind: "account",
    id: account,
    policies: [
      {
        name: "judged",
        type: "SERVICE_CONTROL_POLICY",
        document: parsePolicy({ Version: "2012-10-17", Statement: statements }, "judged"),
      },
    ],
  },
];

const accountOf = ({ principal }: Call): string => ("account" in principal ? principal.account : "");

/** Whether a role with this permission policy may make the call. */
export const permits = (policy: unknown, call: Call): boolean =>
  evaluate(call, path(accountOf(call), statementsIn(policy))).decision === "allowed";

const withoutPrincipal = (statement: WrittenStatement): WrittenStatement =>
  JSON.parse(JSON.stringify({ ...statement, Principal: undefined })) as WrittenStatement;

/** Whether a trust policy lets the caller assume the role: the statements that name the caller's account decide. */
export function trusts(policy: unknown, call: Omit<Call, "action">): boolean {
  const account = accountOf({ ...call, action: "sts:AssumeRole" });
  const named = statementsIn(policy)
    .filter(({ Principal: principal }) => JSON.stringify(principal).includes(`:${account}:root"`))
    .map((statement) => ({ ...withoutPrincipal(statement), Resource: "*" }));
  return named.length > 0 && permitsStatements(named, { ...call, action: "sts:AssumeRole" });
}

const permitsStatements = (statements: readonly WrittenStatement[], call: Call): boolean =>
  evaluate(call, path(accountOf(call), statements)).decision === "allowed";

/** Whether a service control policy denies the call where it is attached to the root. */
export function denies(policy: unknown, call: Call): boolean {
  const guardrail = { Version: "2012-10-17", Statement: statementsIn(policy) };
  const [root, account] = path(accountOf(call), [{ Effect: "Allow", Action: "*", Resource: "*" }]);
  if (root === undefined || account === undefined) throw new Error("a path has a root and an account");
  const attached = {
    name: "guardrail",
    type: "SERVICE_CONTROL_POLICY",
    document: parsePolicy(guardrail, "guardrail"),
  } as const;
  return evaluate(call, [{ ...root, policies: [...root.policies, attached] }, account]).decision === "denied";
}

/**
 * Whether a trust policy lets a service assume the role. Service control policies do not bind services, so that their
 * judge cannot be asked: the statements that name the service are turned into denials of a resource control policy, which
 * binds everybody, and what they would deny is what the trust admits.
 */
export function admits(policy: unknown, service: string, call: Required<Pick<Call, "resourceAccount" | "context">>) {
  const named = statementsIn(policy)
    .filter(({ Principal: principal, Effect }) => Effect === "Allow" && names(principal, service))
    .map((statement) => ({ ...statement, Effect: "Deny", Principal: "*", Resource: "*" }));
  const document = parsePolicy({ Version: "2012-10-17", Statement: named }, "turned", "RESOURCE_CONTROL_POLICY");
  const turned = { name: "turned", type: "RESOURCE_CONTROL_POLICY", document } as const;
  const assumes: Call = { principal: { type: "service", service }, action: "sts:AssumeRole", ...call };
  return evaluate(assumes, [{ kind: "root", id: "r-ab12", policies: [turned] }]).decision === "denied";
}

const names = (principal: WrittenStatement["Principal"], service: string): boolean =>
  typeof principal === "object" && list(principal["Service"]).includes(service);
