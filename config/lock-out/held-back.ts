import { evaluate, FULL_AWS_ACCESS, type AttachedPolicy, type Call, type Statement } from "../../proofs/policy";

/** Keys whose value, or whose absence, is known of every call that must pass. */
const KNOWN = new Set([
  "aws:assumedroot",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalisawsservice",
  "aws:principalorgid",
  "aws:principalservicename",
  "aws:resourceaccount",
]);

/**
 * Whether what is known of the call decides the statement. A deny that asks for an address, a tag or a time may hold
 * the call back or not: it depends on the day, and no configuration can be refused for it.
 */
const isDecided = (statement: Statement, call: Call): boolean => {
  const given = Object.keys(call.context ?? {}).map((key) => key.toLowerCase());
  return statement.conditions.every(({ key }) => KNOWN.has(key) || given.includes(key));
};

/** The statement of the policy that always holds the call back, wherever above the caller it is attached. */
export function heldBackBy({ name, type, document }: AttachedPolicy, call: Call): string | undefined {
  const statements = document.statements.filter((statement) => isDecided(statement, call));
  const policy = { name, type, document: { ...document, statements } };
  return evaluate(call, [{ kind: "root", id: "root", policies: [FULL_AWS_ACCESS, policy] }]).statement;
}
