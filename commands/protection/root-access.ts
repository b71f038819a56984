import { nameOfArn } from "../../organization/arn";
import { conditionValues } from "../../organization/json";
import type { RoleFacts } from "../../organization/roles";
import type { RootAccessFacts } from "../../organization/root-access";
import { line, listed } from "./lines";

/** The tasks that a role may open root sessions for. */
const tasksOf = ({ inlinePolicies }: RoleFacts): readonly string[] =>
  Object.values(inlinePolicies).flatMap((policy) => conditionValues(policy, "sts:TaskPolicyArn").map(nameOfArn));

function taskText(role: RoleFacts): string {
  const tasks = tasksOf(role);
  return tasks.length === 0 ? "NO SINGLE TASK" : `${tasks.join(", ")} only`;
}

export function showRootAccess(facts: RootAccessFacts): readonly string[] {
  const { features, delegatedAdministrators, breakGlassRoles, securityContact: contact } = facts;
  const administrators = delegatedAdministrators.map(({ id, name }) => (name === undefined ? id : `${id} (${name})`));
  return [
    line("central root", listed(features, "OFF: no feature is on")),
    line("administered by", listed(administrators, "NOBODY: no delegated administrator")),
    ...breakGlassRoles.map((role) => line("break glass", `${role.name}: root sessions for ${taskText(role)}`)),
    line("security contact", contact === undefined ? "none" : `${contact.name} <${contact.email}>`),
  ];
}
