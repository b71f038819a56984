import type { OrganizationsClient } from "@aws-sdk/client-organizations";
import type { PolicyType } from "../proofs/policy/index";
import type { LiveLevel, LiveOrganization, LivePolicy } from "./live-organization";

type Sdk = typeof import("@aws-sdk/client-organizations");

/** Everything that a paginated call answers, page after page. */
async function all<Page>(pages: AsyncIterable<Page>): Promise<readonly Page[]> {
  const found: Page[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

async function policiesOf(sdk: Sdk, client: OrganizationsClient, type: PolicyType): Promise<readonly LivePolicy[]> {
  const listed = (await all(sdk.paginateListPolicies({ client }, { Filter: type }))).flatMap(
    (page) => page.Policies ?? [],
  );
  const policies: LivePolicy[] = [];
  // One after the other: Organizations answers a handful of calls a second.
  for (const { Id: PolicyId } of listed) {
    const { Policy } = await client.send(new sdk.DescribePolicyCommand({ PolicyId }));
    const pages = await all(sdk.paginateListTargetsForPolicy({ client }, { PolicyId }));
    policies.push({
      name: Policy?.PolicySummary?.Name ?? "",
      type,
      content: Policy?.Content ?? "",
      targets: pages.flatMap((page) => page.Targets ?? []).flatMap(({ TargetId }) => TargetId ?? []),
    });
  }
  return policies;
}

async function levelOf(sdk: Sdk, client: OrganizationsClient, id: string): Promise<LiveLevel> {
  if (id.startsWith("r-")) return { kind: "root", id, name: "Root" };
  const { OrganizationalUnit } = await client.send(
    new sdk.DescribeOrganizationalUnitCommand({ OrganizationalUnitId: id }),
  );
  return { kind: "ou", id, name: OrganizationalUnit?.Name ?? id };
}

async function pathTo(sdk: Sdk, client: OrganizationsClient, account: string): Promise<readonly LiveLevel[]> {
  const { Account } = await client.send(new sdk.DescribeAccountCommand({ AccountId: account }));
  const path: LiveLevel[] = [{ kind: "account", id: account, name: Account?.Name ?? account }];
  for (let child = account; !child.startsWith("r-");) {
    const { Parents } = await client.send(new sdk.ListParentsCommand({ ChildId: child }));
    const parent = Parents?.[0]?.Id;
    if (parent === undefined) throw new Error(`${child} must have a parent in its organization, got none`);
    path.unshift(await levelOf(sdk, client, parent));
    child = parent;
  }
  return path;
}

/** The organization of the caller's credentials. Needs organizations:List* and organizations:Describe*, nothing else. */
export async function awsOrganization(): Promise<LiveOrganization> {
  // Loaded only when asked for: everything else works offline and starts at once.
  const sdk = await import("@aws-sdk/client-organizations");
  const client = new sdk.OrganizationsClient({ region: process.env.AWS_REGION ?? "us-east-1" });
  return {
    policies: async () => [
      ...(await policiesOf(sdk, client, "SERVICE_CONTROL_POLICY")),
      ...(await policiesOf(sdk, client, "RESOURCE_CONTROL_POLICY")),
    ],
    pathTo: (account) => pathTo(sdk, client, account),
    accountNamed: async (name) => {
      const pages = await all(sdk.paginateListAccounts({ client }, {}));
      return pages.flatMap((page) => page.Accounts ?? []).find((account) => account.Name === name)?.Id;
    },
  };
}
