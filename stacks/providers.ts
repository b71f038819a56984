import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { regionsOf } from "../catalogue/partitions";
import type { AccountName, Blueprint } from "../config";
import type { GlobalPlace, Place } from "../constructs/place";

const ALIASES: Readonly<Record<AccountName, string>> = {
  management: "management",
  security: "security",
  logArchive: "log-archive",
};

/**
 * The AWS providers of a stack. Each that a resource uses is a process of 700 MB and is declared when first used; the
 * others are idle: Terraform never starts them. Every one is pinned to its account, so a wrong credential fails instead
 * of deploying.
 */
export class Providers {
  private readonly declared = new Map<string, AwsProvider>();
  private readonly roles = new Map<AccountName, TerraformVariable>();

  constructor(
    private readonly stack: TerraformStack,
    private readonly blueprint: Blueprint,
  ) {}

  /**
   * Place of a regional resource. The one function that knows the two forms of the output: `portable` has a provider
   * for each account and Region, `6` one for each account and the Region on the resource.
   */
  at(account: AccountName, region: string): Place {
    if (this.isPortable) return { provider: this.provider(account, region, this.tags) };
    return { provider: this.provider(account, undefined, this.tags), region };
  }

  /** Place of a global resource (IAM, Organizations). */
  global(account: AccountName): GlobalPlace {
    return { provider: this.at(account, this.blueprint.homeRegion).provider };
  }

  /**
   * Idle providers for every place of these accounts in which the stack may have had something. Where the state holds
   * what the configuration has no provider for, Terraform refuses the plan before it reads anything ("Provider
   * configuration not present"): nobody could destroy, release or even be told. To be called last.
   */
  keep(...accounts: readonly AccountName[]): void {
    const regions = this.isPortable ? regionsOf(this.blueprint.partition) : [undefined];
    for (const account of accounts) for (const region of regions) this.provider(account, region, {});
  }

  private get isPortable(): boolean {
    return this.blueprint.baseline.terraform.awsProvider === "portable";
  }

  /** What is created carries them; what an idle provider destroys does not need them. */
  private get tags() {
    const { tags, terraform } = this.blueprint.baseline;
    return { defaultTags: [{ tags: { ...terraform.defaultTags, ...tags } }] };
  }

  private provider(name: AccountName, region: string | undefined, tags: Partial<Providers["tags"]>): AwsProvider {
    const { accounts, homeRegion } = this.blueprint;
    const account = accounts[name];
    const owner = account === accounts.management ? "management" : name;
    const alias = [ALIASES[owner], region].filter((part) => part !== undefined).join("-");
    const known = this.declared.get(alias);
    if (known !== undefined) return known;

    const provider = new AwsProvider(this.stack, alias, {
      alias,
      region: region ?? homeRegion,
      allowedAccountIds: [account.id],
      assumeRole:
        account.deployRole === undefined ? undefined : [{ roleArn: this.role(owner, account.id, account.deployRole) }],
      ...tags,
    });
    this.declared.set(alias, provider);
    return provider;
  }

  /**
   * ARN of the role that is assumed, as an ephemeral variable: a plan may run with a read-only role and the saved plan
   * be applied with another. A plain variable would be frozen into the plan.
   */
  private role(name: AccountName, id: string, role: string): string {
    const known = this.roles.get(name);
    if (known !== undefined) return known.stringValue;
    const variable = new TerraformVariable(this.stack, `${ALIASES[name].replace("-", "_")}_role_arn`, {
      type: "string",
      description: `Role that Terraform assumes in account ${id}`,
      default: this.blueprint.arns.role(id, role),
    });
    variable.addOverride("ephemeral", true);
    this.roles.set(name, variable);
    return variable.stringValue;
  }
}
