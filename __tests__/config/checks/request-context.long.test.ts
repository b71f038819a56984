import { blueprintOf, configWarnings, parseConfig } from "../../../config";
import { changed, problemsOf, type Change } from "../expectations";

/** A policy of the team's own on the root, in an organization that works outside the partition's global Region. */
function team(statement: object, more: Change = {}): Change {
  const Statement = [{ Sid: "S", Effect: "Deny", Resource: "*", ...statement }];
  return {
    homeRegion: "eu-west-1",
    regions: ["eu-west-1", "eu-central-1"],
    "threatDetection.unavailableFeatures": {},
    "guardrails.files": [
      {
        name: "team",
        type: "SERVICE_CONTROL_POLICY",
        policy: { Version: "2012-10-17", Statement },
        targets: ["root"],
      },
    ],
    ...more,
  };
}

const rcp = (statement: object): Change => {
  const change = team({ Principal: "*", ...statement });
  const [file] = change["guardrails.files"] as readonly object[];
  return { ...change, "guardrails.files": [{ ...file, type: "RESOURCE_CONTROL_POLICY" }] };
};

const ours = ["eu-west-1", "eu-central-1"];

const lock = (operator: string, NotAction: readonly string[], regions: readonly string[] = ours) =>
  team({ NotAction, Condition: { [operator]: { "aws:RequestedRegion": regions } } });

/** Who is locked out, in the order of the report, each once. */
const lockedOut = (change: Change): readonly string[] =>
  problemsOf(changed(change)).map((line) => / must let (.+?) through: /.exec(line)?.[1] ?? line);

const warnings = (change: Change): readonly string[] =>
  configWarnings(blueprintOf(parseConfig(changed(change)))).filter((text) => text.includes("files[0]: team"));

const ROOT = "root sessions";
const SECURITY = "the pipeline's role OrganizationAccountAccessRole in 222222222222";
const ARCHIVE = "the pipeline's role OrganizationAccountAccessRole in 333333333333";
const FORWARDER = "the role org-baseline-forward-findings, with which EventBridge forwards findings";
const BREAK_GLASS_USER = "break-glass user arn:aws:iam::222222222222:user/break-glass";
const ENTRY = "EventBridge, which forwards findings as org-baseline-forward-findings,";
const NO_SERVICES = { Bool: { "aws:PrincipalIsAWSService": "true" } };

describe("the Region that AWS tells of a call", () => {
  it.each([
    ["StringNotEquals", ours],
    ["StringNotEqualsIfExists", ours],
    ["StringNotLike", ["eu-*"]],
    ["ForAllValues:StringNotEquals", ours],
  ])("is the partition's for IAM under %s", (operator, regions) => {
    expect(lockedOut(lock(operator, ["organizations:*", "support:*", "sts:*"], regions))).toEqual([ROOT, SECURITY]);
    expect(lockedOut(lock(operator, ["iam:*", "organizations:*", "sts:*"], regions))).toEqual([]);
  });

  it("says which service it is about, and what to change", () => {
    expect(problemsOf(changed(lock("StringNotEquals", ["sts:*"])))[0]).toContain(
      "every call of iam carries us-east-1 in aws:RequestedRegion: let that Region through, or add iam:* to its NotAction",
    );
  });

  it("is each governed Region for what the baseline keeps there", () => {
    expect(lockedOut(lock("StringNotEquals", ["iam:*", "sts:*"], ["eu-west-1"]))).toEqual([FORWARDER, SECURITY]);
  });

  it("is cn-north-1 for IAM in China, where Organizations is in cn-northwest-1", () => {
    const china = (regions: readonly string[], NotAction: readonly string[]) => ({
      ...lock("StringNotEquals", NotAction, regions),
      homeRegion: "cn-northwest-1",
      regions: ["cn-northwest-1"],
      "rootAccess.breakGlass.trust.users": ["arn:aws-cn:iam::222222222222:user/break-glass"],
      "guardrails.exemptPrincipals": [],
    });
    expect(lockedOut(china(["cn-northwest-1"], ["sts:*"]))).toEqual([ROOT, SECURITY]);
    expect(lockedOut(china(["cn-northwest-1"], ["sts:*", "iam:*"]))).toEqual([]);
    expect(lockedOut(china(["cn-northwest-1", "cn-north-1"], ["sts:*"]))).toEqual([]);
  });

  it("is open for STS, which people also reach by its global endpoint", () => {
    const change = lock("StringNotEquals", ["iam:*"]);
    expect(lockedOut(change)).toEqual([]);
    expect(warnings(change)).toEqual([
      expect.stringMatching(/statement S denies or not, depending on aws:RequestedRegion, .*sts:AssumeRole by the /),
    ]);
  });
});

describe("whoever the baseline needs", () => {
  it.each<[title: string, change: Change, who: readonly string[]]>([
    [
      "break-glass users, under a ban of IAM users",
      team({ Action: "*", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/*" } } }),
      [`the ${BREAK_GLASS_USER}`, `the sign-in of the ${BREAK_GLASS_USER}`],
    ],
    ["the forwarders of findings", team({ Action: "events:PutEvents" }), [FORWARDER]],
    [
      "CloudTrail's key",
      rcp({
        Action: ["kms:GenerateDataKey*", "kms:DescribeKey"],
        Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" } },
      }),
      ["CloudTrail"],
    ],
    ["CloudTrail's look at its bucket", rcp({ Action: "s3:GetBucketAcl" }), ["CloudTrail", ARCHIVE]],
    [
      "the delivery of access logs",
      rcp({
        Action: "s3:PutObject",
        Condition: { StringEquals: { "aws:PrincipalServiceName": "logging.s3.amazonaws.com" } },
      }),
      ["S3's log delivery"],
    ],
    [
      "the pipeline on its way into an account",
      rcp({
        Action: "sts:AssumeRole",
        Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:*" } },
      }),
      [ENTRY, "the pipeline into 222222222222", "the pipeline into 333333333333"],
    ],
    ["EventBridge on its way into its role", rcp({ Action: "sts:AssumeRole", Condition: NO_SERVICES }), [ENTRY]],
    ["a setting of the bucket that the pipeline keeps", team({ Action: "s3:PutBucketPublicAccessBlock" }), [ARCHIVE]],
    ["the role that the pipeline hands to EventBridge", team({ Action: "iam:PassRole" }), [SECURITY]],
  ])("is let through: %s", (_title, change, who) => {
    expect(lockedOut(change)).toEqual(who);
  });

  it("has no MFA where a role opened its session", () => {
    const denied = lockedOut(
      team({ Action: "*", Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } }),
    );
    expect(denied).toEqual(expect.arrayContaining([ROOT, SECURITY, ARCHIVE, FORWARDER]));
    expect(denied).not.toContain("the break-glass user arn:aws:iam::222222222222:user/break-glass");
  });
});

describe("what always comes with a call", () => {
  it("is a time: what denies from a date on and for good is refused, whenever it is built", () => {
    for (const date of ["2020-01-01T00:00:00Z", "2199-01-01T00:00:00Z"])
      expect(
        lockedOut(team({ Action: "iam:*", Condition: { DateGreaterThan: { "aws:CurrentTime": date } } })),
      ).toContain(ROOT);
  });

  it("is a time: a window that is to come is told, one that has passed is not", () => {
    const window = (from: string, until: string) =>
      team({
        Action: "iam:*",
        Condition: { DateGreaterThan: { "aws:CurrentTime": from }, DateLessThan: { "aws:CurrentTime": until } },
      });
    expect(warnings(window("2190-01-01T00:00:00Z", "2190-01-05T00:00:00Z"))).toEqual([
      expect.stringContaining("depending on aws:CurrentTime"),
    ]);
    expect(warnings(window("2020-01-01T00:00:00Z", "2020-01-05T00:00:00Z"))).toEqual([]);
  });

  it("is TLS", () => {
    const change = team({ Action: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } });
    expect([lockedOut(change), warnings(change)]).toEqual([[], []]);
  });
});

describe("a statement that cannot be decided", () => {
  it.each([
    ["aws:SourceIp", { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } }],
    ["aws:SourceVpce", { StringNotEquals: { "aws:SourceVpce": "vpce-1" } }],
    ["aws:PrincipalTag/team", { StringNotEquals: { "aws:PrincipalTag/team": "platform" } }],
    ["aws:PrincipalTag/team", { StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalTag/team}" } }],
    ["aws:UserAgent", { StringLike: { "aws:UserAgent": "*curl*" } }],
    ["aws:MultiFactorAuthPresent", { Bool: { "aws:MultiFactorAuthPresent": "false" } }],
  ])("is a warning that names statement, file, key and call: %s", (key, Condition) => {
    const change = team({ Action: "*", Condition });
    expect(problemsOf(changed(change))).toEqual([]);
    expect(warnings(change)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^guardrails\\.files\\[0\\]: team cannot be decided: its statement S denies or not, depending on ${key}, .*iam:GetAccountSummary by root sessions`,
        ),
      ),
    ]);
  });

  it("is none where another condition decides", () => {
    const developers = { "aws:PrincipalArn": "arn:aws:iam::*:role/Developer" };
    const Condition = { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" }, ArnLike: developers };
    expect(warnings(team({ Action: "*", Condition }))).toEqual([]);
  });

  it("is a list of what is allowed, for the day on which FullAWSAccess is detached", () => {
    expect(warnings(team({ Effect: "Allow", Action: ["ec2:*", "s3:*"] }))).toEqual([
      expect.stringMatching(/Allow statements, .* detached from root, .*iam:GetAccountSummary by root sessions/),
    ]);
    expect(warnings(team({ Effect: "Allow", Action: "*" }))).toEqual([]);
  });
});
