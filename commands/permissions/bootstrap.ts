import { PROVIDER_VERSIONS } from "../../catalogue/aws/provider-versions";
import type { AccountName, Blueprint } from "../../config";
import { filesOf } from "./files";
import type { PipelineRole } from "./pipeline-roles";
import type { Issuer } from "./trust";

/** Role that a person assumes in a member account before the pipeline has its own. */
const BEFORE = "OrganizationAccountAccessRole";

const identifier = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const variableOf = (account: AccountName): string => `${identifier(account)}_role_arn`;

/** The file beside this one, without the white space that IAM need not see. */
const contentsOf = (file: string): string => `\${jsonencode(jsondecode(file("\${path.module}/${file}")))}`;

/** The role through which whoever applies the bootstrap reaches a member account. */
function reachedThrough({ accounts, arns, names }: Blueprint, account: AccountName): string {
  const { id, deployRole = BEFORE } = accounts[account];
  return arns.role(id, deployRole === names.pipelineRole("apply") ? BEFORE : deployRole);
}

function providers(blueprint: Blueprint, accounts: readonly AccountName[]) {
  const { tags, terraform } = blueprint.baseline;
  return accounts.map((account) => ({
    alias: identifier(account),
    region: blueprint.homeRegion,
    allowed_account_ids: [blueprint.accounts[account].id],
    default_tags: [{ tags: { ...terraform.defaultTags, ...tags } }],
    ...(account === "management" ? {} : { assume_role: [{ role_arn: `\${var.${variableOf(account)}}` }] }),
  }));
}

function resourcesOf(role: PipelineRole) {
  const id = `${identifier(role.account)}_${role.role}`;
  const provider = `aws.${identifier(role.account)}`;
  const { policies, trust = "" } = filesOf(role);
  return {
    roles: [
      id,
      {
        provider,
        name: role.name,
        description: `Pipeline: ${role.says}`,
        assume_role_policy: contentsOf(trust),
      },
    ] as const,
    policies: policies.map(
      (file, index) =>
        [`${id}_${index + 1}`, { provider, name: `${role.name}-${index + 1}`, policy: contentsOf(file) }] as const,
    ),
    attachments: policies.map(
      (_, index) =>
        [
          `${id}_${index + 1}`,
          {
            provider,
            role: `\${aws_iam_role.${id}.name}`,
            policy_arn: `\${aws_iam_policy.${id}_${index + 1}.arn}`,
          },
        ] as const,
    ),
  };
}

/**
 * A stack in Terraform's JSON that a person applies once, in the folder of the documents: the roles, their policies and,
 * where the platform has tokens, the provider in IAM that checks them. It stands apart from the stacks of the baseline:
 * the pipeline cannot make the roles that it needs, and must not change them.
 * @param issuer - left out where its provider is in the account already
 */
export function bootstrapOf(blueprint: Blueprint, roles: readonly PipelineRole[], issuer: Issuer | undefined) {
  const accounts = [...new Set(roles.map(({ account }) => account))];
  const parts = roles.map(resourcesOf);
  return {
    terraform: {
      required_version: blueprint.baseline.terraform.requiredVersion,
      required_providers: { aws: { source: "hashicorp/aws", version: PROVIDER_VERSIONS.portable } },
    },
    variable: Object.fromEntries(
      accounts
        .filter((account) => account !== "management")
        .map((account) => [
          variableOf(account),
          {
            type: "string",
            description: `Role that is assumed in account ${blueprint.accounts[account].id} to make the pipeline's there`,
            default: reachedThrough(blueprint, account),
          },
        ]),
    ),
    provider: { aws: providers(blueprint, accounts) },
    resource: {
      ...(issuer === undefined
        ? {}
        : {
            aws_iam_openid_connect_provider: {
              pipeline: {
                provider: "aws.management",
                url: `https://${issuer.host}`,
                client_id_list: [issuer.audience],
              },
            },
          }),
      aws_iam_role: Object.fromEntries(parts.map((part) => part.roles)),
      aws_iam_policy: Object.fromEntries(parts.flatMap(({ policies }) => policies)),
      aws_iam_role_policy_attachment: Object.fromEntries(parts.flatMap(({ attachments }) => attachments)),
    },
    output: Object.fromEntries(
      roles.map(({ account, role }) => {
        const id = `${identifier(account)}_${role}`;
        return [`${id}_role_arn`, { value: `\${aws_iam_role.${id}.arn}` }];
      }),
    ),
  };
}
