import { rootTask, taskPolicyArn } from "../../../catalogue/aws/root-tasks";
import { breakGlassPermission, breakGlassTrust } from "../../../catalogue/break-glass-role";
import type { Blueprint } from "../../../config";
import type { RoleFacts } from "../../../organization/services/roles";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding } from "../../item";
import { roleProblem } from "../../policies";
import { doors, isExplained } from "./trust";

const APPLY = applied("root-access");

type TaskId = Blueprint["baseline"]["rootAccess"]["breakGlass"]["tasks"][number];

/** Who can become the role today. */
function judgeRole(role: RoleFacts, blueprint: Blueprint, task: TaskId): Finding {
  const open = doors(role.trustPolicy);
  const strange = open.filter((door) => !isExplained(door, blueprint));
  const { trust } = blueprint.baseline.rootAccess.breakGlass;
  const wanted = [...trust.users, ...trust.roles, ...trust.permissionSets.map((set) => `AWSReservedSSO_${set}_`)];
  const missing = wanted.filter((who) => !open.some(({ who: admitted }) => admitted.includes(who)));
  const of = role.name;
  if (strange.length > 0)
    return gap(of, `trusts whom the configuration does not: ${strange.map(({ who }) => who).join(", ")}`, APPLY);
  if (missing.length > 0) return gap(of, `no longer trusts ${missing.join(", ")}`, APPLY);
  const { partition, accounts } = blueprint;
  const problem = roleProblem(role, {
    trust: breakGlassTrust({ partition: partition.id, account: accounts.security.id, trust }),
    permissions: [breakGlassPermission(partition.id, taskPolicyArn(partition.id, rootTask(task)))],
  });
  if (problem !== undefined) return gap(of, problem, APPLY);
  return inForce(of, `opens root sessions for ${task} only, to ${open.map(({ who }) => who).join(", ")}`);
}

export const breakGlassRoles: Control = {
  id: "break-glass-roles",
  title: "Break glass is open to those whom the configuration names, one task a role",
  matters: "Whoever can become a break-glass role acts as root in every member account.",
  checklist: 8,
  references: [{ source: "IAM User Guide", control: "track privileged tasks" }],
  reads: ["iam:ListRoles", "iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies"],
  judge: ({ live: { rootAccess }, blueprint }) =>
    judged("break-glass roles", rootAccess.breakGlassRoles, (roles) => {
      const { names, baseline } = blueprint;
      const { tasks } = baseline.rootAccess.breakGlass;
      const expected = tasks.map((task) => [task, names.breakGlassRole(task)] as const);
      const others = roles.filter(({ name }) => !expected.some(([, wanted]) => wanted === name));
      return [
        ...(expected.length + others.length === 0
          ? [inForce("break-glass roles", "none is configured, none is there")]
          : []),
        ...expected.map(([task, name]) => {
          const role = roles.find((each) => each.name === name);
          return role === undefined ? gap(name, "does not exist", APPLY) : judgeRole(role, blueprint, task);
        }),
        ...others.map(({ name }) =>
          gap(name, "is named like a break-glass role, and no task is configured for it", APPLY),
        ),
      ];
    }),
};
