import type { AccountName, Blueprint } from "../../config";
import { documentsOf, type PolicyDocument } from "./documents";
import { actionsOf, KINDS, partsOf } from "./roles";
import { onState, type State } from "./state";
import { allowing, NO_ROOT_SESSION, type PermissionStatement } from "./statements";
import type { JobRole, Pipeline, Platform, TrustStatement } from "./trust";

/** A role of the pipeline in one account. */
export interface PipelineRole {
  readonly account: AccountName;
  readonly accountId: string;
  readonly role: JobRole;
  readonly name: string;
  /** What it is for. */
  readonly says: string;
  readonly policies: readonly PolicyDocument[];
  /** Who may become it. @default - not worked out: no platform was named */
  readonly trust?: { readonly Version: "2012-10-17"; readonly Statement: readonly (TrustStatement | MemberTrust)[] };
}

/** Trust of a role in a member account: the role of the same name in the management account. */
export interface MemberTrust {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal: { readonly AWS: string };
  readonly Action: "sts:AssumeRole";
  readonly Condition: { readonly ArnEquals: { readonly "aws:PrincipalArn": string } };
}

/** What the roles depend on beside the configuration. */
export interface Asked {
  readonly roles: readonly JobRole[];
  readonly state: State | undefined;
  readonly job: { readonly platform: Platform; readonly pipeline: Pipeline } | undefined;
}

/** The role of this name in another account is entered by this one and no other. */
const entry = (blueprint: Blueprint, role: JobRole): PermissionStatement => {
  const { accounts, arns, names } = blueprint;
  return {
    Sid: "EnterMembers",
    Effect: "Allow",
    Action: ["sts:AssumeRole"],
    Resource: accounts.members.map(({ id }) => arns.role(id, names.pipelineRole(role))),
  };
};

/**
 * A policy that names a role which is not there is refused by AWS, and turns into the id of one that is deleted: the
 * account is named, and the role by a condition.
 */
function memberTrust({ accounts, arns, names }: Blueprint, role: JobRole): MemberTrust {
  const { id } = accounts.management;
  return {
    Sid: "PipelineRole",
    Effect: "Allow",
    Principal: { AWS: arns.rootUser(id) },
    Action: "sts:AssumeRole",
    Condition: { ArnEquals: { "aws:PrincipalArn": arns.role(id, names.pipelineRole(role)) } },
  };
}

function trustOf(blueprint: Blueprint, account: AccountName, role: JobRole, { job }: Asked): PipelineRole["trust"] {
  const { accounts, partition, homeRegion } = blueprint;
  if (account !== "management") return { Version: "2012-10-17", Statement: [memberTrust(blueprint, role)] };
  if (job === undefined) return undefined;
  const location = { partition: partition.id, account: accounts.management.id, region: homeRegion };
  return { Version: "2012-10-17", Statement: [job.platform.trust(role, job.pipeline, location)] };
}

/** The roles that were asked for, in every account of the baseline, with their policies and their trust. */
export function pipelineRoles(blueprint: Blueprint, asked: Asked): readonly PipelineRole[] {
  const { accounts, names } = blueprint;
  return asked.roles.flatMap((role) =>
    [...partsOf(blueprint)].map(([account, parts]): PipelineRole => {
      const isManagement = account === "management";
      const trust = trustOf(blueprint, account, role, asked);
      return {
        account,
        accountId: accounts[account].id,
        role,
        name: names.pipelineRole(role),
        says: KINDS[role].says,
        policies: documentsOf([
          NO_ROOT_SESSION,
          ...(isManagement ? [entry(blueprint, role)] : []),
          ...(isManagement && asked.state !== undefined ? onState(blueprint, asked.state, role) : []),
          ...parts.flatMap((part) => allowing(blueprint, part, actionsOf(role, part))),
        ]),
        ...(trust === undefined ? {} : { trust }),
      };
    }),
  );
}
