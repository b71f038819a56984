import { accepts, refuses, type Change } from "../expectations";

const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });

const file = (name: string, statement: object, more: object = {}): Change => ({
  "guardrails.files": [
    { name, type: "SERVICE_CONTROL_POLICY", policy: policy(statement), targets: ["Workloads"], ...more },
  ],
});

const REGIONS = {
  Sid: "DenyOutsideRegions",
  Effect: "Deny",
  NotAction: ["iam:*", "organizations:*", "sts:*", "support:*"],
  Resource: "*",
  Condition: { StringNotEquals: { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] } },
};

const DENY_ROOT = {
  Sid: "DenyRoot",
  Effect: "Deny",
  Action: "*",
  Resource: "*",
  Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } },
};

const PERIMETER = {
  Sid: "OnlyOurs",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: "*",
  Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" } },
};
const RCP = { type: "RESOURCE_CONTROL_POLICY", targets: ["root"] };

const LOST =
  'so the root task audit cannot be done (a deny of root needs "Null": { "aws:AssumedRoot": "true" } in its Condition)';

const SERVICES = 'AWS services call here: its Condition needs "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }';

describe("policies of the team", () => {
  accepts([
    ["a guard of Regions", file("region-guard", REGIONS)],
    [
      "a deny of root that lets root sessions through",
      file("no-root", { ...DENY_ROOT, Condition: { ...DENY_ROOT.Condition, Null: { "aws:AssumedRoot": "true" } } }),
    ],
    [
      "a deny of root where root sessions are off",
      {
        ...file("no-root", DENY_ROOT),
        "rootAccess.features": ["RootCredentialsManagement"],
        "rootAccess.breakGlass.tasks": [],
        "guardrails.attach": [],
      },
    ],
    [
      "a deny that depends on the caller's address",
      file("office", { ...DENY_ROOT, Condition: { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }),
    ],
    [
      "a resource control policy that lets AWS services through",
      file(
        "perimeter",
        { ...PERIMETER, Condition: { ...PERIMETER.Condition, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } } },
        RCP,
      ),
    ],
    [
      "the baseline's own example as a file",
      file("region-guard", {}, { policy: "examples/policies/region-guard.json" }),
    ],
    ["a deny of GuardDuty on an OU", file("guardduty", { Effect: "Deny", Action: "guardduty:*", Resource: "*" })],
  ]);
  refuses([
    [
      "a deny of root that stops root sessions",
      file("no-root", DENY_ROOT),
      [
        `guardrails.files[0] must let root sessions through: statement DenyRoot denies iam:GetAccountSummary, ${LOST}, got "no-root"`,
      ],
    ],
    [
      "the same in other words",
      file("no-root", {
        Sid: "X",
        Effect: "Deny",
        NotAction: "ec2:*",
        Resource: "*",
        Condition: { StringLike: { "AWS:principalARN": "arn:a?s:iam::*:ro?t" } },
      }),
      [
        `guardrails.files[0] must let root sessions through: statement X denies iam:GetAccountSummary, ${LOST}, got "no-root"`,
      ],
    ],
    [
      "the same for one account, elsewhere",
      file(
        "no-root",
        { ...DENY_ROOT, Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::444444444444:root" } } },
        { targets: ["444444444444"] },
      ),
      [
        `guardrails.files[0] must let root sessions through: statement DenyRoot denies iam:GetAccountSummary, ${LOST}, got "no-root"`,
      ],
    ],
    [
      "a protection of GuardDuty that exempts nobody",
      file("guardduty", { Effect: "Deny", Action: "guardduty:Update*", Resource: "*" }, { targets: ["root"] }),
      [
        'guardrails.files[0] must let the pipeline\'s role OrganizationAccountAccessRole in 222222222222 through: statement Statement[0] denies guardduty:UpdateDetector, so no deploy can change or repair it, got "guardduty"',
      ],
    ],
    [
      "a deny of AssumeRoot that exempts nobody",
      file("sessions", { Effect: "Deny", Action: "sts:AssumeRoot", Resource: "*" }, { targets: ["222222222222"] }),
      ["audit", "unlock-bucket"].map(
        (task) =>
          `guardrails.files[0] must let the break-glass role org-baseline-break-glass-${task} through: statement Statement[0] denies sts:AssumeRoot, so nobody outside the management account can open a root session for its task, got "sessions"`,
      ),
    ],
    [
      "a perimeter that stops CloudTrail",
      file(
        "perimeter",
        { ...PERIMETER, Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } } },
        RCP,
      ),
      [
        `guardrails.files[0] must let S3's log delivery through: statement OnlyOurs denies s3:PutObject, so nobody sees who reads the record (${SERVICES}), got "perimeter"`,
        `guardrails.files[0] must let CloudTrail through: statement OnlyOurs denies s3:PutObject, so the record no longer arrives in its bucket (${SERVICES}), got "perimeter"`,
      ],
    ],
    [
      "what the evaluator does not know",
      file("odd", { ...DENY_ROOT, Condition: { StringIsh: { "aws:PrincipalArn": "x" } } }),
      [
        expect.stringMatching(
          /^guardrails\.files\[0\]\.policy must be a policy that can be read and judged \(policy odd, /,
        ),
      ],
    ],
    [
      "a file that is not there",
      file("odd", {}, { policy: "policies/none.json" }),
      [expect.stringMatching(/^guardrails\.files\[0\]\.policy must be .*ENOENT.*, got "policies\/none\.json"$/)],
    ],
    [
      "the name of a guardrail",
      file("deny-root-user", REGIONS),
      [
        'guardrails.files[0].name must differ from the ids of guardrails, whose policies have such names, got "deny-root-user"',
      ],
    ],
    [
      "a policy that is too long",
      file("long", { ...REGIONS, Sid: "x".repeat(10_300) }, { targets: ["root", "Workloads"] }),
      [
        expect.stringMatching(
          /^guardrails\.files\[0\] must be at most 10240 characters, as AWS allows: long has 10\d\d\d and goes to "root", "Workloads"; move some of its 1 statements to a second file, or shorten lists with wildcards, got 10\d\d\d$/,
        ),
      ],
    ],
    [
      "the management account as target",
      file("region-guard", REGIONS, { targets: ["111111111111"] }),
      [
        'guardrails.files[0].targets[0] must be something else than the management account: SCPs never bind it, got "111111111111"',
      ],
    ],
  ]);
});
