import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { parseArn } from "../catalogue/aws/arn";
import { blueprintOf, type Baseline } from "../config";
import { tellingClient } from "../organization/clients/calls";
import type { ClientConfig } from "../organization/clients/client-config";
import { checkIsConfigured } from "../organization/clients/identity";
import { WrongOrganization } from "../organization/clients/refusals";
import { refuse } from "./refusal";

/** Who opens root sessions: a user, or a session of a role. */
export interface Caller {
  readonly arn: string;
  readonly account: string;
  /** An IAM user's trust asks that the session carry the user's own name. */
  readonly isUser: boolean;
  /** Name of the user; of a role, that of its session: Identity Center puts the person's there. */
  readonly person: string;
}

/** The caller that an ARN names. Throws a SessionRefusal for a root user, who may open no root session. */
export function callerOf(arn: string, account: string): Caller {
  const resource = parseArn(arn)?.resource ?? "";
  // Source: AWS STS API Reference, AssumeRoot: "You cannot use root user credentials to make this call."
  if (resource === "root") refuse("the AWS credentials", "be those of a user or a role", `the root user of ${account}`);
  return { arn, account, isUser: resource.startsWith("user/"), person: resource.split("/").at(-1) ?? "" };
}

/** Accounts from which somebody can enter a break-glass role, or read the organization for an audit. */
function accountsOfCallers(baseline: Baseline): readonly string[] {
  const { management, security } = baseline.accounts;
  const { users, roles } = baseline.rootAccess.breakGlass.trust;
  const trusted = [...users, ...roles].map((each) => parseArn(each)?.account ?? "");
  return [...new Set([security.id, management.id, ...trusted])];
}

/**
 * Who calls. Refuses an account from which no break-glass role can be entered, another partition, and an organization
 * of another id or another management account.
 */
export async function checkedCaller(baseline: Baseline, config: ClientConfig): Promise<Caller> {
  const sts = tellingClient(STSClient, config, "the caller's account");
  const identity = await sts.send(new GetCallerIdentityCommand({}));
  const { Arn: arn = "", Account: account = "no account" } = identity;
  const partition = blueprintOf(baseline).partition.id;
  const found = parseArn(arn)?.partition ?? "none";
  if (found !== partition)
    throw new WrongOrganization("the partition of the AWS credentials", `be ${partition} (homeRegion)`, found);
  const accounts = accountsOfCallers(baseline);
  if (!accounts.includes(account))
    throw new WrongOrganization(
      "the AWS credentials",
      `belong to an account from which break-glass roles are entered: ${accounts.join(", ")} (rootAccess.breakGlass.trust)`,
      `credentials of ${account}`,
    );
  const caller = callerOf(arn, account);
  await checkIsConfigured(tellingClient(OrganizationsClient, config, account), baseline);
  return caller;
}
