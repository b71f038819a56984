import { awsOrganization } from "../../organization/tree/aws-organization";
import { Clients } from "../../organization/clients/clients";
import { checkOrganization } from "../../organization/clients/identity";
import { parseConfig } from "../../config";
import example from "../../baseline.config";
import { ServiceError, standIn, type Answers, type StandIn } from "./stand-in-aws";

const baseline = parseConfig(example);
const OURS = { Organization: { Id: "o-exampleorgid", MasterAccountId: "111111111111" } };

const servers: StandIn[] = [];
const served = async (account: string | ServiceError, answers: Answers): Promise<readonly [Clients, StandIn]> => {
  const server = await standIn(account, answers);
  servers.push(server);
  return [new Clients(baseline, server.env), server];
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

describe("whose organization answers", () => {
  const check = async (account: string, answers: Answers): Promise<void> => {
    const [clients] = await served(account, answers);
    return checkOrganization(clients, baseline);
  };

  it("may be the configured one", async () => {
    await expect(check("111111111111", { DescribeOrganization: OURS })).resolves.toBeUndefined();
  });

  it.each([
    [
      "credentials of another account",
      "222222222222",
      OURS,
      "the AWS credentials must belong to the management account 111111111111 (accounts.management.id), got credentials of 222222222222",
    ],
    [
      "another organization",
      "111111111111",
      { Organization: { Id: "o-anotherorgid", MasterAccountId: "111111111111" } },
      "the organization that answers must be o-exampleorgid (organization.id), got o-anotherorgid",
    ],
    [
      "another management account",
      "111111111111",
      { Organization: { Id: "o-exampleorgid", MasterAccountId: "999999999999" } },
      "the management account of o-exampleorgid must be 111111111111 (accounts.management.id), got 999999999999",
    ],
  ])("must not be %s", async (_what, account, DescribeOrganization, sentence) => {
    await expect(check(account, { DescribeOrganization })).rejects.toThrow(sentence);
  });
});

const PARENTS: Readonly<Record<string, string>> = {
  "444444444444": "ou-exam-prod0000",
  "555555555555": "ou-exam-prod0000",
  "ou-exam-prod0000": "ou-exam-work0000",
  "ou-exam-work0000": "r-exam",
};
const UNITS: Readonly<Record<string, string>> = { "ou-exam-prod0000": "Prod", "ou-exam-work0000": "Workloads" };

const TREE: Answers = {
  DescribeOrganization: OURS,
  DescribeAccount: ({ AccountId }: { readonly AccountId: string }) =>
    AccountId in PARENTS
      ? { Account: { Id: AccountId, Name: `account ${AccountId}` } }
      : new ServiceError("AccountNotFoundException", "no such account"),
  DescribeOrganizationalUnit: ({ OrganizationalUnitId: id }: { readonly OrganizationalUnitId: string }) => ({
    OrganizationalUnit: { Id: id, Name: UNITS[id] },
  }),
  ListParents: ({ ChildId }: { readonly ChildId: string }) => ({ Parents: [{ Id: PARENTS[ChildId] }] }),
  ListAccounts: {
    Accounts: [
      { Id: "444444444444", Name: "payments" },
      { Id: "555555555555", Name: "payments" },
      { Id: "666666666666", Name: "sandbox" },
    ],
  },
  ListPolicies: ({ Filter }: { readonly Filter: string }) => ({
    Policies: [{ Id: `p-${Filter.slice(0, 3)}`, Name: `${Filter.slice(0, 3)} of the team`, AwsManaged: false }],
  }),
  DescribePolicy: ({ PolicyId }: { readonly PolicyId: string }) => ({ Policy: { Content: `{"Id":"${PolicyId}"}` } }),
  ListTargetsForPolicy: {
    Targets: [
      { TargetId: "r-exam", Type: "ROOT", Name: "Root" },
      { TargetId: "ou-exam-prod0000", Type: "ORGANIZATIONAL_UNIT", Name: "Prod" },
      { TargetId: "444444444444", Type: "ACCOUNT", Name: "payments" },
    ],
  },
};

describe("the live organization", () => {
  it("says where an account lies, asking for each unit once", async () => {
    const [clients, { calls }] = await served("111111111111", TREE);
    const live = await awsOrganization(baseline, clients);
    const path = await live.pathTo("444444444444");
    expect(path?.map(({ kind, id, name }) => [kind, id, name])).toEqual([
      ["root", "r-exam", "Root"],
      ["ou", "ou-exam-work0000", "Workloads"],
      ["ou", "ou-exam-prod0000", "Prod"],
      ["account", "444444444444", "account 444444444444"],
    ]);
    await live.pathTo("555555555555");
    expect(calls.filter((call) => call.startsWith("DescribeOrganizationalUnit"))).toHaveLength(2);
    expect(await live.pathTo("999999999999")).toBeUndefined();
  });

  it("knows that a name may belong to several accounts", async () => {
    const live = await awsOrganization(baseline, (await served("111111111111", TREE))[0]);
    expect(await live.accountsNamed("payments")).toEqual(["444444444444", "555555555555"]);
    expect(await live.accountsNamed("sandbox")).toEqual(["666666666666"]);
    expect(await live.accountsNamed("nobody")).toEqual([]);
  });

  it("reads service and resource control policies with their targets as a configuration names them", async () => {
    const live = await awsOrganization(baseline, (await served("111111111111", TREE))[0]);
    const targets = [
      { id: "r-exam", type: "ROOT", name: "root" },
      { id: "ou-exam-prod0000", type: "ORGANIZATIONAL_UNIT", name: "Workloads/Prod" },
      { id: "444444444444", type: "ACCOUNT", name: "payments" },
    ];
    expect(await live.policies()).toMatchObject([
      { id: "p-SER", name: "SER of the team", type: "SERVICE_CONTROL_POLICY", text: '{"Id":"p-SER"}', targets },
      { id: "p-RES", name: "RES of the team", type: "RESOURCE_CONTROL_POLICY", text: '{"Id":"p-RES"}', targets },
    ]);
  });
});

// Source: AWS General Reference, endpoints of AWS Organizations.
test.each([
  ["eu-central-1", "organizations.us-east-1.amazonaws.com"],
  ["us-gov-east-1", "organizations.us-gov-west-1.amazonaws.com"],
  ["cn-north-1", "organizations.cn-northwest-1.amazonaws.com.cn"],
])("with the home Region %s, Organizations is asked at %s, whatever AWS_REGION says", async (homeRegion, host) => {
  const { config } = new Clients({ ...baseline, homeRegion }).at("111111111111").organizations();
  const before = process.env.AWS_REGION;
  process.env.AWS_REGION = "us-east-1";
  const Region = await config.region();
  if (before === undefined) delete process.env.AWS_REGION;
  else process.env.AWS_REGION = before;
  expect(config.endpointProvider({ Region, UseFIPS: false, UseDualStack: false }).url.host).toBe(host);
});
