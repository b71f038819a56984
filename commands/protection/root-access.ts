import { nameOfArn } from "../../organization/services/arn";
import { conditionValues } from "../../organization/services/json";
import type { RoleFacts } from "../../organization/services/roles";
import type { Parts } from "../../organization/clients/reading";
import type { RootAccessFacts } from "../../organization/root-access";
import { line, listed, read } from "./lines";

/** The tasks that a role may open root sessions for. */
const tasksOf = ({ inlinePolicies }: RoleFacts): readonly string[] =>
  Object.values(inlinePolicies).flatMap((policy) => conditionValues(policy, "sts:TaskPolicyArn").map(nameOfArn));

function taskText(role: RoleFacts): string {
  const tasks = tasksOf(role);
  return tasks.length === 0 ? "NO SINGLE TASK" : `${tasks.join(", ")} only`;
}

const administratorText = ({ id, name }: RootAccessFacts["delegatedAdministrators"][number]): string =>
  name === undefined ? id : `${id} (${name})`;

export const showRootAccess = (parts: Parts<RootAccessFacts>): readonly string[] => [
  ...read("central root", parts.features, (features) => [
    line("central root", listed(features, "OFF: no feature is on")),
  ]),
  ...read("administered by", parts.delegatedAdministrators, (administrators) => [
    line("administered by", listed(administrators.map(administratorText), "NOBODY: no delegated administrator")),
  ]),
  ...read("break glass", parts.breakGlassRoles, (roles) =>
    roles.map((role) => line("break glass", `${role.name}: root sessions for ${taskText(role)}`)),
  ),
  ...read("security contact", parts.securityContact, (contact) => [
    line("security contact", contact === undefined ? "none" : `${contact.name} <${contact.email}>`),
  ]),
];
