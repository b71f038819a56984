import type { LiveOrganization, LivePolicy } from "../../../organization/tree/live-organization";
import { simulateLive } from "../../../commands/simulate/live";
import { OPTIONS } from "../../../commands/simulate/options";
import { asked } from "../../../commands/contract/arguments";
import { blueprintOf, parseConfig } from "../../../config";
import example from "../../../baseline.config";

let printed: string[] = [];
let warned: string[] = [];

beforeEach(() => {
  printed = [];
  warned = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => printed.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => warned.push(line));
});
afterEach(() => jest.restoreAllMocks());

const policy = (name: string, type: LivePolicy["type"], targets: readonly string[], statement: object): LivePolicy => ({
  id: `p-${name}`,
  name,
  type,
  awsManaged: false,
  text: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  targets: targets.map((id) => ({ id, type: id.startsWith("ou-") ? "ORGANIZATIONAL_UNIT" : "ACCOUNT", name: id })),
});

const scp = (name: string, targets: readonly string[], statement: object): LivePolicy =>
  policy(name, "SERVICE_CONTROL_POLICY", targets, statement);

const FULL = scp(
  "FullAWSAccess",
  ["r-ab12", "ou-ab12-security", "ou-ab12-canary0", "ou-ab12-workload", "222222222222", "333333333333", "555555555555"],
  { Effect: "Allow", Action: "*", Resource: "*" },
);

const PATHS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "222222222222": [["ou-ab12-security", "Security"]],
  "333333333333": [["ou-ab12-security", "Security"]],
  "555555555555": [
    ["ou-ab12-workload", "Workloads"],
    ["ou-ab12-canary0", "Canary"],
  ],
};

const organization = (...policies: readonly LivePolicy[]): LiveOrganization => ({
  policies: () => Promise.resolve([FULL, ...policies]),
  pathTo: (account) => {
    if (account.startsWith("9")) return Promise.resolve(undefined);
    return Promise.resolve([
      { kind: "root", id: "r-ab12", name: "Root" },
      ...(PATHS[account] ?? []).map(([id, name]) => ({ kind: "ou" as const, id, name })),
      { kind: "account", id: account, name: `account ${account}` },
    ]);
  },
  accountsNamed: (name) =>
    Promise.resolve({ "payments-canary": ["555555555555"], sandbox: ["666666666666", "777777777777"] }[name] ?? []),
});

const blueprint = blueprintOf(parseConfig(example));
const AT = "--at=2026-11-22T12:00:00Z";
const live = (policies: readonly LivePolicy[], ...args: readonly string[]): Promise<number> =>
  simulateLive(
    blueprint,
    asked({ name: "simulate", options: OPTIONS }, ["--live", ...args]).options,
    organization(...policies),
  );

const CONTROL_TOWER = scp("aws-guardrails-abc", ["ou-ab12-canary0"], {
  Sid: "GRRESTRICTROOTUSER",
  Effect: "Deny",
  Action: "*",
  Resource: ["*"],
  Condition: { ArnLike: { "aws:PrincipalArn": ["arn:*:iam::*:root"] } },
});

describe("baseline simulate --live", () => {
  it("finds nothing in an organization that lets everybody through", async () => {
    expect(await live([])).toBe(0);
    expect(printed).toEqual(["1 policies of others hold back nothing that the baseline needs"]);
  });

  it("names Control Tower's policy that stops root sessions", async () => {
    expect(await live([CONTROL_TOWER])).toBe(2);
    expect(printed).toEqual([
      'aws-guardrails-abc on ou-ab12-canary0 must let root sessions through: statement GRRESTRICTROOTUSER denies iam:GetAccountSummary, so the root task audit cannot be done (a deny of root needs "Null": { "aws:AssumedRoot": "true" } in its Condition)',
    ]);
  });

  it("names an old policy that stops the pipeline, where its account lies", async () => {
    const old = { Sid: "Old", Effect: "Deny", Action: "guardduty:*", Resource: "*" };
    expect(await live([scp("old", ["ou-ab12-canary0"], old)])).toBe(0);
    expect(await live([scp("old", ["ou-ab12-security"], old)])).toBe(2);
    expect(printed.at(-1)).toBe(
      "old must let the pipeline's role OrganizationAccountAccessRole in 222222222222 through: statement Old denies guardduty:UpdateDetector, so no deploy can change or repair it",
    );
  });

  it("names a policy that decides by what nobody knows, once for each whom it may hold back", async () => {
    const office = { Sid: "Office", Effect: "Deny", Action: "*", Resource: "*" };
    const Condition = { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } };
    expect(await live([scp("office", ["r-ab12"], { ...office, Condition })])).toBe(2);
    expect(printed).toContainEqual(
      expect.stringMatching(
        /^office on r-ab12 may hold back root sessions: whether statement Office denies \S+ depends on aws:SourceIp/,
      ),
    );
    expect(printed.filter((line) => line.includes("hold back nothing"))).toEqual([]);
  });

  describe("where nobody gave the value that decides one call", () => {
    const Condition = { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } };
    const Statement = { Sid: "Office", Effect: "Deny", Action: "ec2:*", Resource: "*", Condition };
    const ask = (...more: readonly string[]) =>
      live(
        [
          scp("office", ["ou-ab12-canary0"], {
            ...Statement,
            Condition: { ...Condition, Null: { "aws:SourceIp": "false" } },
          }),
        ],
        "--account=555555555555",
        "--principal=arn:aws:iam::555555555555:role/Admin",
        "--action=ec2:RunInstances",
        AT,
        ...more,
      );

    it("answers undecided with the key, and by exit code 2", async () => {
      expect(await ask()).toBe(2);
      expect(printed[0]).toMatch(/^undecided: statement Office of .* office at .* depending on aws:SourceIp, which/);
    });

    it.each([
      ["--context=aws:SourceIp=198.51.100.7", 2, /^denied /],
      ["--context=aws:SourceIp=192.0.2.7", 0, /^allowed/],
      ["--absent=aws:SourceIp", 0, /^allowed/],
    ])("is decided by %s", async (option, code, line) => {
      expect(await ask(option)).toBe(code);
      expect(printed[0]).toMatch(line);
    });
  });

  it("names a lock on Regions that forgets IAM", async () => {
    const lock = { Sid: "Lock", Effect: "Deny", NotAction: ["sts:*", "organizations:*"], Resource: "*" };
    const Condition = { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1"] } };
    expect(await live([scp("lock", ["r-ab12"], { ...lock, Condition })])).toBe(2);
    expect(printed[0]).toMatch(/^lock on r-ab12 must let root sessions through: statement Lock denies iam:/);
  });

  it("names a resource control policy that stops CloudTrail", async () => {
    const perimeter = policy("perimeter", "RESOURCE_CONTROL_POLICY", ["r-ab12"], {
      Sid: "OnlyOurs",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } },
    });
    expect(await live([perimeter])).toBe(2);
    expect(printed.at(-1)).toMatch(/^perimeter must let CloudTrail through: statement OnlyOurs denies s3:PutObject/);
  });

  it("judges a call by ours and theirs together, under the real path", async () => {
    const call = ["--account=payments-canary", "--principal=root", "--action=s3:PutBucketPolicy", AT];
    expect(await live([], ...call)).toBe(2);
    expect(printed[0]).toBe(
      "denied by statement DenyRootUser of service control policy deny-root-user at organizational unit Canary (ou-ab12-canary0)",
    );
    expect(await live([CONTROL_TOWER], ...call.map((option) => option.replace("root", "assumed-root")))).toBe(2);
    expect(printed.at(-2)).toMatch(
      /^denied by statement GRRESTRICTROOTUSER of service control policy aws-guardrails-abc/,
    );
  });

  it("takes our own policy as this configuration has it, not as it is attached today", async () => {
    const stale = scp("org-baseline-deny-root-user", ["ou-ab12-security"], {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
    });
    expect(await live([stale])).toBe(0);
  });

  it("is not sure where a policy cannot be judged", async () => {
    const odd = scp("odd", ["r-ab12"], { Effect: "Deny", Action: "*", Resource: "*", Condition: { Is: { x: "1" } } });
    expect(await live([odd])).toBe(1);
    expect(warned[0]).toMatch(/^odd on r-ab12 must be judged by a person: policy odd, /);
  });

  it.each([
    ["sandbox", '--account must be an id, as 666666666666 and 777777777777 have the same name, got "sandbox"'],
    ["999999999999", 'account must belong to the organization that answers, got "999999999999"'],
    ["nobody", '--account must be 12 digits, management, security or logArchive, got "nobody"'],
  ])("refuses the account %s", async (account, sentence) => {
    const call = [`--account=${account}`, "--principal=root", "--action=s3:PutBucketPolicy", AT];
    await expect(live([], ...call)).rejects.toThrow(sentence);
  });
});
