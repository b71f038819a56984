import { TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";
import type { AccountName, Arns, Baseline, Blueprint, Names } from "../config";
import { addressesOf, adopt, release, withBlocks, type Blocks, type Terraform } from "./adoption";
import { PROVIDER_VERSIONS } from "../catalogue/aws/provider-versions";
import { StackBackend } from "./backend";
import { PlaceMemory } from "../constructs/memory/place-memory";
import { ProviderMemory } from "../constructs/memory/provider-memory";
import { Providers } from "./providers";

/**
 * A stack: one blast radius, one state, planned on its own. Fixes what every stack has in common: backend, versions,
 * providers and readable, permanent addresses.
 */
export abstract class BaselineStack extends TerraformStack {
  protected readonly providers: Providers;
  protected readonly baseline: Baseline;
  protected readonly names: Names;
  protected readonly arns: Arns;
  /** Second field of every ARN. */
  protected readonly partition: string;
  private readonly owners = new Map<string, Node>();
  private readonly imports = new Map<string, string>();
  private readonly carried: Blocks[] = [];

  constructor(
    scope: Construct,
    id: string,
    protected readonly blueprint: Blueprint,
  ) {
    super(scope, id);
    this.baseline = blueprint.baseline;
    this.names = blueprint.names;
    this.arns = blueprint.arns;
    this.partition = blueprint.partition.id;
    const { backend, requiredVersion, awsProvider } = this.baseline.terraform;
    new StackBackend(this, backend, id);
    this.addOverride("terraform.required_version", requiredVersion);
    this.addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: PROVIDER_VERSIONS[awsProvider],
    });
    this.providers = new Providers(this, blueprint);
  }

  /**
   * What a stack is finished with: it remembers where it is and by which provider, refuses another place, and reaches
   * whatever it may have left in any Region of these accounts. Every stack refuses, also one that has nothing in the
   * home Region: the others name in their policies what that place determines.
   */
  protected rememberPlace(...accounts: readonly AccountName[]): void {
    const { accounts: ids, homeRegion } = this.blueprint;
    new PlaceMemory(this, `place-of-${this.node.id}`, {
      facts: {
        homeRegion,
        "accounts.management.id": ids.management.id,
        "accounts.security.id": ids.security.id,
        "accounts.logArchive.id": ids.logArchive.id,
      },
      way: "move as docs/runbooks/changes.md says (The home Region or an account changes)",
    });
    new ProviderMemory(this, `provider-of-${this.node.id}`, {
      at: this.providers.at("management", homeRegion),
      compact: this.baseline.terraform.awsProvider === "6",
    });
    this.providers.keep(...accounts);
  }

  /** `lifecycle` of what must not be destroyed by accident: everything that keeps something, outside trial accounts. */
  protected protectedIn(account: AccountName): { readonly preventDestroy: true } | undefined {
    return this.isTrial(account) ? undefined : { preventDestroy: true };
  }

  /** Whether everything in the account may be destroyed again. */
  protected isTrial(account: AccountName): boolean {
    return this.baseline.trialAccounts.includes(this.blueprint.accounts[account].id);
  }

  /** Imports what exists already under the address. */
  protected adopt(address: string, importId: string): void {
    this.imports.set(address, importId);
  }

  /** Blocks that bring what is in the state, or in AWS, to the addresses of this version. */
  protected carryOver(blocks: Blocks): void {
    this.carried.push(blocks);
  }

  /**
   * cdktf resolves every element once before the synth, so that references between stacks can add to either. There are
   * none, and a fifth of the time of a synth went into it.
   */
  override prepareStack(): void {
    this.ensureBackendExists();
  }

  /** @throws Error always: a stack plans before any other is deployed, and what it needs of one is a name */
  override registerOutgoingCrossStackReference(identifier: string): never {
    throw new Error(
      `${identifier} must be named in another stack by what the configuration determines, got a reference`,
    );
  }

  /** The Terraform of the stack before anything is adopted or released. */
  plain(): Terraform {
    return super.toTerraform() as Terraform;
  }

  /** What this stack lets go: of what is released, whatever no other stack produces. */
  private releases(): readonly string[] {
    const { release: all } = this.baseline;
    if (all.length === 0) return all;
    const stacks = this.node.root.node.findAll().filter((each) => each instanceof BaselineStack);
    const others = stacks.filter((stack) => stack !== this);
    const elsewhere = new Set(others.flatMap((stack) => addressesOf(stack.plain())));
    return all.filter((address) => !elsewhere.has(address));
  }

  /** The Terraform of the stack, with what it adopts and what it releases. */
  override toTerraform(): unknown {
    const imports = { ...Object.fromEntries(this.imports), ...this.baseline.adopt };
    return release(adopt(withBlocks(this.plain(), this.carried), imports), this.releases());
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
