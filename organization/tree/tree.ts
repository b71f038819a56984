import {
  DescribeAccountCommand,
  DescribeOrganizationalUnitCommand,
  ListParentsCommand,
  type OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { unlessAbsent } from "../clients/absent";
import { listAccounts } from "./accounts";
import type { LiveLevel } from "./live-organization";

/** The tree of an organization: where accounts and units lie. Each unit is asked for once. */
export class OrganizationTree {
  private readonly units = new Map<string, Promise<readonly LiveLevel[]>>();

  constructor(private readonly client: OrganizationsClient) {}

  /** From the root down to the root itself, `r-…`, or to a unit, `ou-…`. */
  pathToUnit(id: string): Promise<readonly LiveLevel[]> {
    const path = this.units.get(id) ?? this.readUnit(id);
    this.units.set(id, path);
    return path;
  }

  /** From the root down to an account; undefined where the organization has no such account. */
  async pathToAccount(id: string): Promise<readonly LiveLevel[] | undefined> {
    const answer = await unlessAbsent(
      ["AccountNotFoundException"],
      this.client.send(new DescribeAccountCommand({ AccountId: id })),
    );
    return answer && [...(await this.above(id)), { kind: "account", id, name: answer.Account?.Name ?? id }];
  }

  /** Ids of the accounts of this name: Organizations does not keep names unique. */
  async accountsNamed(name: string): Promise<readonly string[]> {
    const accounts = await listAccounts(this.client);
    return accounts.flatMap((account) => (account.name === name ? [account.id] : []));
  }

  private async readUnit(id: string): Promise<readonly LiveLevel[]> {
    if (id.startsWith("r-")) return [{ kind: "root", id, name: "Root" }];
    const { OrganizationalUnit } = await this.client.send(
      new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: id }),
    );
    return [...(await this.above(id)), { kind: "ou", id, name: OrganizationalUnit?.Name ?? id }];
  }

  private async above(child: string): Promise<readonly LiveLevel[]> {
    const { Parents } = await this.client.send(new ListParentsCommand({ ChildId: child }));
    const parent = Parents?.[0]?.Id;
    if (parent === undefined) throw new Error(`${child} must have a parent in its organization, got none`);
    return this.pathToUnit(parent);
  }
}
