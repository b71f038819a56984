import { TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";
import { PROVIDER_VERSIONS } from "../catalogue/provider-versions";
import { names, partition, type Baseline, type Names } from "../config";
import { adopt, release, type Terraform } from "./adoption";
import { StackBackend } from "./backend";
import { Providers, type AccountName } from "./providers";

/**
 * A stack: one blast radius, one state, planned on its own. Fixes what every stack has in common: backend, versions,
 * providers and readable, permanent addresses.
 */
export abstract class BaselineStack extends TerraformStack {
  protected readonly providers: Providers;
  protected readonly names: Names;
  /** Second field of every ARN. */
  protected readonly partition: string;
  private readonly owners = new Map<string, Node>();
  private readonly imports = new Map<string, string>();
  /** Addresses of other stacks: what is released there needs no word here. */
  elsewhere: ReadonlySet<string> = new Set();

  constructor(
    scope: Construct,
    id: string,
    protected readonly baseline: Baseline,
  ) {
    super(scope, id);
    const { backend, requiredVersion, awsProvider } = baseline.terraform;
    new StackBackend(this, backend, id);
    this.addOverride("terraform.required_version", requiredVersion);
    this.addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: PROVIDER_VERSIONS[awsProvider],
    });
    this.providers = new Providers(this, baseline);
    this.names = names(baseline);
    this.partition = partition(baseline).id;
  }

  /** `lifecycle` of what must not be destroyed by accident: everything that keeps something, outside trial accounts. */
  protected keep(account: AccountName): { readonly preventDestroy: true } | undefined {
    return this.baseline.trialAccounts.includes(this.providers.account(account).id)
      ? undefined
      : { preventDestroy: true };
  }

  /** Imports what exists already under the address. */
  protected adopt(address: string, importId: string): void {
    this.imports.set(address, importId);
  }

  /** The Terraform of the stack before anything is adopted or released. */
  plain(): Terraform {
    return super.toTerraform();
  }

  /** The Terraform of the stack, with what it adopts and what it releases. */
  override toTerraform(): unknown {
    const imports = { ...Object.fromEntries(this.imports), ...this.baseline.adopt };
    const releases = this.baseline.release.filter((address) => !this.elsewhere.has(address));
    return release(adopt(this.plain(), imports), releases);
  }

  /**
   * The path below the stack, joined by `_`: readable in a plan and permanent, without cdktf's hash.
   * Throws where two elements would share an id: cdktf would silently merge them into one.
   */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const id = node.scopes
      .slice(node.scopes.indexOf(this) + 1)
      .map((scope) => scope.node.id)
      .join("_");
    // Elements of different types may share an id, as addresses begin with the type.
    const key = `${node.scopes.at(-1)?.constructor.name ?? ""}.${id}`;
    const owner = this.owners.get(key) ?? node;
    if (owner !== node)
      throw new Error(`${node.path} must have an address of its own, got ${id}, as has ${owner.path}`);
    this.owners.set(key, node);
    return id;
  }
}
