import { simulate } from "../../commands/simulate";

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => printed.push(line));
});
afterEach(() => jest.restoreAllMocks());

const AT = "--at=2026-11-22T12:00:00Z";

/** The exit code and the first printed line. */
async function simulated(...args: readonly string[]): Promise<readonly [number, string | undefined]> {
  const code = await simulate.run([...args, AT]);
  return [code, printed[0]];
}

describe("baseline simulate, on the shipped example", () => {
  it.each<[title: string, args: readonly string[], code: number, line: string]>([
    [
      "denies root where deny-root-user is, and says so by exit code 2",
      ["--account=555555555555", "--path=Workloads/Canary", "--principal=root", "--action=s3:PutBucketPolicy"],
      2,
      "denied by statement DenyRootUser of service control policy deny-root-user at organizational unit Workloads/Canary",
    ],
    [
      "lets the same root alone elsewhere",
      ["--account=444444444444", "--path=Workloads/Prod", "--principal=root", "--action=s3:PutBucketPolicy"],
      0,
      "allowed: no policy at any level holds the call back",
    ],
    [
      "lets a root session through",
      ["--account=555555555555", "--path=Workloads/Canary", "--principal=assumed-root", "--action=s3:PutBucketPolicy"],
      0,
      "allowed: no policy at any level holds the call back",
    ],
    [
      "denies an administrator of the security account a root session",
      [
        "--account=security",
        "--principal=arn:aws:sts::222222222222:assumed-role/Admin/jane",
        "--action=sts:AssumeRoot",
      ],
      2,
      "denied by statement RestrictRootSessions of service control policy restrict-root-sessions at the root",
    ],
    [
      "does not bind the management account",
      ["--account=management", "--principal=root", "--action=iam:CreateAccessKey"],
      0,
      "not bound: no policy binds the management account",
    ],
    [
      "does not bind a service-linked role",
      [
        "--account=555555555555",
        "--path=Workloads/Canary",
        "--principal=arn:aws:iam::555555555555:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty",
        "--action=guardduty:DeleteDetector",
      ],
      0,
      "not bound: no policy binds a service-linked role",
    ],
  ])("%s", async (_title, args, code, line) => {
    expect(await simulated(...args)).toEqual([code, line]);
  });

  it("answers machines", async () => {
    const [code, text = ""] = await simulated(
      "--account=logArchive",
      "--principal=root",
      "--action=iam:CreateAccessKey",
      "--context=aws:RequestedRegion=eu-west-1",
      "--json",
    );
    expect(code).toBe(2);
    expect(JSON.parse(text)).toMatchObject({
      decision: "denied",
      policy: "deny-root-access-keys",
      statement: "DenyRootAccessKeys",
      level: { kind: "root" },
      call: { context: { "aws:RequestedRegion": "eu-west-1" }, at: "2026-11-22T12:00:00Z" },
    });
  });

  it("prints everybody in a table, with what is not bound", async () => {
    const [code, text = ""] = await simulated("--matrix");
    expect(code).toBe(0);
    const row = text.split("\n").find((line) => line.startsWith("restrict-root-sessions"));
    expect(row?.split(/\s{2,}/)).toEqual([
      "restrict-root-sessions",
      "sts:AssumeRoot",
      ...["denied", "denied", "denied", "denied", "denied", "allowed", "not bound"],
    ]);
  });

  it.each<[args: readonly string[], message: RegExp]>([
    [["--acount=x"], /^simulate must be called as --help says, got Unknown option/],
    [["--account=nobody"], /^--account must be 12 digits, management, security or logArchive, got "nobody"$/],
    [["--account=security"], /^--principal must be given/],
    [["--account=security", "--principal=me", "--action=s3:GetObject"], /^--principal must be root, assumed-root, /],
    [["--account=security", "--principal=root", "--action=s3:*"], /^action must be one action/],
    [
      ["--account=security", "--principal=root", "--action=s3:GetObject", "--context=x=1"],
      /^context x must be a known/,
    ],
    [["--account=security", "--principal=root", "--action=s3:GetObject", "--path=root"], /^--path must be an OU path/],
  ])("refuses %s", async (args, message) => {
    await expect(simulated(...args)).rejects.toThrow(message);
  });
});
