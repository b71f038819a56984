import { elementsOf } from "./elements";
import { parseStatement } from "./parse-statement";
import type { PolicyDocument, PolicyType } from "./policy-document";
import { refuse } from "./refuse";

/**
 * Reads a policy from its JSON value, as far as AWS documents the language for control policies.
 *
 * @throws an error that names policy, statement (Sid or place) and element for anything unknown or malformed
 */
export function parsePolicy(json: unknown, name: string, type: PolicyType = "SERVICE_CONTROL_POLICY"): PolicyDocument {
  const where = `policy ${name}`;
  const policy = elementsOf(json, where, ["Version", "Statement"]);
  if (policy.Version !== "2012-10-17") refuse(`${where}, Version`, 'be "2012-10-17"', policy.Version);
  const listed: readonly unknown[] = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  if (listed.length === 0) refuse(`${where}, Statement`, "hold at least one statement", policy.Statement);
  const statements = listed.map((statement, index) => parseStatement(statement, index, where, type));
  statements.forEach(({ id }, index) => {
    if (statements.findIndex((other) => other.id === id) !== index)
      refuse(`${where}, statement ${id}, Sid`, "be unique in its policy", id);
  });
  return { name, type, statements };
}
