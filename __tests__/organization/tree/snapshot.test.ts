import { Clients } from "../../../organization/clients/clients";
import { readSnapshot } from "../../../organization/tree/snapshot";
import { parseConfig } from "../../../config/index";
import { parseOrganization } from "../../../terraform/plan-folder/organization";
import example from "../../../baseline.config";
import { standIn, type Answers, type StandIn } from "../stand-in-aws";

const baseline = parseConfig(example);

type Asked = Readonly<Record<string, string>>;
const UNITS: Readonly<Record<string, readonly (readonly [id: string, name: string])[]>> = {
  "r-exam": [["ou-exam-work0000", "Workloads"]],
  "ou-exam-work0000": [["ou-exam-prod0000", "Prod"]],
};
const ACCOUNTS: Readonly<Record<string, object>> = {
  "r-exam": { Id: "111111111111", Name: "management", State: "ACTIVE", Email: "root@example.com" },
  // An answer of before `State`.
  "ou-exam-prod0000": { Id: "444444444444", Name: "payments", Status: "SUSPENDED", Email: "payments@example.com" },
};
const ANSWERS: Answers = {
  DescribeOrganization: { Organization: { Id: "o-exampleorgid", MasterAccountId: "111111111111" } },
  ListRoots: { Roots: [{ Id: "r-exam", Name: "Root" }] },
  ListOrganizationalUnitsForParent: ({ ParentId = "" }: Asked) => ({
    OrganizationalUnits: (UNITS[ParentId] ?? []).map(([Id, Name]) => ({ Id, Name })),
  }),
  ListAccountsForParent: ({ ParentId = "" }: Asked) => ({ Accounts: [ACCOUNTS[ParentId] ?? []].flat() }),
  ListPolicies: ({ Filter = "" }: Asked) => ({
    Policies: Filter === "SERVICE_CONTROL_POLICY" ? [{ Id: "p-1", Name: "deny", Type: Filter, AwsManaged: false }] : [],
  }),
  DescribePolicy: { Policy: { Content: '{"Version":"2012-10-17","Statement":[]}' } },
  ListTargetsForPolicy: { Targets: [{ TargetId: "444444444444", Name: "payments", Type: "ACCOUNT" }] },
};

let server: StandIn | undefined;
afterEach(() => server?.stop());

const snapshot = async (answers: Answers = {}) => {
  server = await standIn("111111111111", { ...ANSWERS, ...answers });
  return readSnapshot(new Clients(baseline, server.env), baseline);
};

test("units with their paths, accounts with where they lie, policies with what they are attached to", async () => {
  const found = await snapshot();
  expect(found).toEqual({
    id: "o-exampleorgid",
    managementAccount: "111111111111",
    root: "r-exam",
    units: [
      { id: "ou-exam-work0000", name: "Workloads", path: "Workloads", parent: "r-exam" },
      { id: "ou-exam-prod0000", name: "Prod", path: "Workloads/Prod", parent: "ou-exam-work0000" },
    ],
    accounts: [
      { id: "111111111111", name: "management", status: "ACTIVE", unit: "r-exam" },
      { id: "444444444444", name: "payments", status: "SUSPENDED", unit: "ou-exam-prod0000" },
    ],
    policies: [
      {
        id: "p-1",
        name: "deny",
        type: "SERVICE_CONTROL_POLICY",
        awsManaged: false,
        text: '{"Version":"2012-10-17","Statement":[]}',
        targets: ["444444444444"],
      },
    ],
  });
  // What is read is what the folder of plans takes.
  expect(parseOrganization(JSON.parse(JSON.stringify(found)))).toEqual(found);
});

test("another organization, and one without a root, are refused", async () => {
  const other = { DescribeOrganization: { Organization: { Id: "o-anotherorgid", MasterAccountId: "111111111111" } } };
  await expect(snapshot(other)).rejects.toThrow("the organization that answers must be o-exampleorgid");
  await server?.stop();
  await expect(snapshot({ ListRoots: { Roots: [] } })).rejects.toThrow("an organization must have one root, got none");
});
