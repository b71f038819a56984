import { pipelineRoles, type PipelineRole } from "../../../commands/permissions/pipeline-roles";
import { stateOf } from "../../../commands/permissions/state";
import type { JobRole } from "../../../commands/permissions/trust";
import { blueprintOf, parseConfig, type AccountName, type BaselineConfig } from "../../../config";
import type { Call } from "../../../proofs/policy";
import { permits } from "../../support/judge";

/** Every role for a configuration, without a platform. */
export function rolesFor(config: BaselineConfig): readonly PipelineRole[] {
  const blueprint = blueprintOf(parseConfig(config));
  return pipelineRoles(blueprint, {
    roles: ["plan", "apply", "evidence"],
    state: stateOf(blueprint, {}),
    job: undefined,
  });
}

/** The role of this name in this account. */
export function roleIn(roles: readonly PipelineRole[], role: JobRole, account: AccountName): PipelineRole {
  const found = roles.find((each) => each.role === role && each.account === account);
  if (found === undefined) throw new Error(`no role ${role} in ${account}`);
  return found;
}

/** Every action that a role's policies allow. */
export const allowedActions = ({ policies }: PipelineRole): readonly string[] =>
  policies.flatMap(({ Statement }) => Statement.flatMap(({ Effect, Action }) => (Effect === "Allow" ? Action : [])));

/** Whether a role's policies let it make the call. */
export const may = (
  { name, accountId, policies }: PipelineRole,
  action: string,
  resource?: string,
  context: Call["context"] = {},
): boolean =>
  permits(JSON.stringify({ Version: "2012-10-17", Statement: policies.flatMap(({ Statement }) => Statement) }), {
    principal: { type: "role", account: accountId, name },
    action,
    ...(resource === undefined ? {} : { resource }),
    context,
  });
