import { simulate } from "../../../commands/simulate";

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  warned = [];
  jest.spyOn(console, "error").mockImplementation((line: string) => warned.push(line));
  jest.spyOn(console, "log").mockImplementation((line: string) => printed.push(line));
});
afterEach(() => jest.restoreAllMocks());

let warned: string[] = [];

const AT = "--at=2026-11-22T12:00:00Z";

/** The exit code and the first printed line. */
async function simulated(...args: readonly string[]): Promise<readonly [number, string | undefined]> {
  const code = await simulate.run(args.includes("--matrix") ? args : [...args, AT]);
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

  it("tells the Region of a global service, and lets a key be given in any case", async () => {
    const call = ["--account=security", "--principal=root", "--action=iam:CreateAccessKey", "--json"];
    const region = async (...more: readonly string[]) => {
      printed = [];
      const [, text = ""] = await simulated(...call, ...more);
      return (JSON.parse(text) as { call: { context: Record<string, string> } }).call.context;
    };
    expect(await region()).toMatchObject({ "aws:RequestedRegion": "us-east-1", "aws:ViaAWSService": "false" });
    expect(await region("--context=AWS:requestedregion=eu-west-1")).toMatchObject({
      "AWS:requestedregion": "eu-west-1",
      "aws:SecureTransport": "true",
    });
  });

  it("warns where the configuration does not know the unit, and does not where it does", async () => {
    const call = ["--account=555555555555", "--principal=root", "--action=s3:PutBucketPolicy"];
    await simulated(...call, "--path=Workloads/Canry");
    expect(warned).toEqual([
      expect.stringMatching(/^warning: the configuration attaches nothing to Workloads\/Canry /),
    ]);
    expect(warned[0]).toContain("it names Workloads/Canary");
    await simulated(...call, "--path=Workloads/Canary", "--json");
    await simulated(...call, "--path=Workloads");
    await simulated(...call);
    expect(warned).toHaveLength(1);
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
    [["--acount=x"], /^option must be one of --account, --principal, .*, got "--acount"$/],
    [["--account=nobody"], /^--account must be 12 digits, management, security or logArchive, got "nobody"$/],
    [["--account=security"], /^--principal must be given/],
    [["--account=security", "--principal=me", "--action=s3:GetObject"], /^--principal must be root, assumed-root, /],
    [["--account=security", "--principal=root", "--action=s3:*"], /^action must be one action/],
    [
      ["--account=security", "--principal=root", "--action=s3:GetObject", "--context=x=1"],
      /^context x must be a known/,
    ],
    [["--account=security", "--principal=root", "--action=s3:GetObject", "--path=root"], /^--path must be an OU path/],
    [["--account=security", "--principal=root", "--action=s3:GetObject", "--path=/a"], /^--path must be an OU path/],
    [["--account=security", "--context=x"], /^--context must be key=value, got "x"$/],
    [["--matrix", "--action=s3:GetObject"], /^--matrix must stand without --action, got "--matrix --action"$/],
    [["--matrix", "--live"], /^--matrix must stand without --live, /],
    [["--live", "--path=Workloads"], /^--live must stand without --path, /],
    [["--live", "--account=security"], /^--action must be given with --account \(see --help\), got nothing$/],
  ])("refuses %s", async (args, message) => {
    await expect(simulated(...args)).rejects.toThrow(message);
  });

  it("refuses a time that is none", async () => {
    await expect(simulate.run(["--at=yesterday"])).rejects.toThrow(
      /^--at must be a time in ISO 8601, .*, got "yesterday"$/,
    );
  });
});
