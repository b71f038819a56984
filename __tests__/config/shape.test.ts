import { accepts, changed, problemsOf, refuses, type Refusal } from "./expectations";

const exempt = (arn: string, rule: string): Refusal => [
  `an exemption of ${arn}`,
  { "guardrails.exemptPrincipals": [arn] },
  [`guardrails.exemptPrincipals[0] must ${rule}, got "${arn}"`],
];

const target = (value: string, rule: string): Refusal => [
  `the target ${JSON.stringify(value)}`,
  { "guardrails.attach.0.targets": [value] },
  [`guardrails.attach[0].targets[0] must ${rule}, got ${JSON.stringify(value)}`],
];

const TARGET = 'be "root", an OU path such as Workloads/Prod (at most five levels), an OU id or an account id';
const NO_ROOT =
  "not be a root user: no guardrail lets one through (a root task goes through rootAccess.breakGlass.tasks)";
const NO_WILDCARD =
  "say more of the name than wildcards, which let everybody of the account through: four characters in a row";
const NO_ACCOUNT =
  "be the ARN of an IAM role or user with its 12-digit account id, or of a role in every account (arn:aws:iam::*:role/…) that is under aws-reserved/ or protected by protect-delivery-roles";

const NO_PATH =
  "hold the path of the roles of Identity Center: role/aws-reserved/sso.amazonaws.com/ (outside of us-east-1 with its Region after that), then AWSReservedSSO_…";

describe("exempt principals", () => {
  accepts([
    [
      "wildcards in a name, and reserved roles of every account",
      {
        "guardrails.exemptPrincipals": [
          "arn:aws:iam::444444444444:role/stacksets-exec-*",
          "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Pipeline_*",
        ],
      },
    ],
  ]);
  refuses([
    exempt("arn:aws:iam::444444444444:root", NO_ROOT),
    exempt("arn:*:iam::*:root", NO_ROOT),
    exempt("arn:aws:iam::444444444444:role/*", NO_WILDCARD),
    exempt("arn:aws:iam::444444444444:role/*e*", NO_WILDCARD),
    exempt("arn:aws:iam::*:role/a?b*/c*d", NO_WILDCARD),
    exempt("arn:aws:iam::444444444444:user/?a*", NO_WILDCARD),
    exempt("arn:aws:iam::*:user/pipeline", NO_ACCOUNT),
    exempt("*", NO_ACCOUNT),
    exempt("arn:aws:iam::444444444444:role//pipeline", NO_ACCOUNT),
    exempt("arn:aws:iam::444444444444:role/platform/", NO_ACCOUNT),
    exempt("arn:aws:iam::444444444444:role/AWSReservedSSO_Pipeline_*", NO_PATH),
  ]);
});

describe("targets", () => {
  refuses([
    target("/Workloads", TARGET),
    target("Workloads/", TARGET),
    target("A/B/C/D/E/F", TARGET),
    target("", TARGET),
    target("Workloads/\n", TARGET),
    target("Workloads / Prod", "be written without spaces around the name of an OU"),
    target(" Workloads", "be written without spaces around the name of an OU"),
    target(
      "12345678901",
      "hold all 12 digits of an account id, zeros in front included (an OU that is named like this goes by its id)",
    ),
    target("Root", 'be "root": that is how the root of the organization is named here'),
    target("r-ab12", 'be "root": that is how the root of the organization is named here'),
    target(
      "Root/Workloads",
      "begin with the first OU below the root (an OU that is named like the root goes by its id)",
    ),
  ]);
});

describe("the shape of a configuration", () => {
  refuses([
    [
      "a missing field",
      { "accounts.security.id": undefined },
      ["accounts.security.id must be an account id: 12 digits in quotes, got nothing"],
    ],
    [
      "an account id that stands for none",
      { "accounts.security.id": "000000000000" },
      ['accounts.security.id must be the id of an account: zeros alone are no account\'s, got "000000000000"'],
    ],
    [
      "ARNs whose paths hold nothing, or less than AWS writes",
      {
        "rootAccess.breakGlass.trust.users": ["arn:aws:iam::222222222222:user//x"],
        "rootAccess.breakGlass.trust.roles": [
          "arn:aws:iam::222222222222:role/x/",
          "arn:aws:iam::222222222222:role/AWSReservedSSO_X_0123456789abcdef",
        ],
        "rootAccess.breakGlass.trust.permissionSets": ["AWSReservedSSO_X"],
      },
      [
        'rootAccess.breakGlass.trust.permissionSets[0] must be the name of the permission set, without what the name of its roles has before and after it, got "AWSReservedSSO_X"',
        'rootAccess.breakGlass.trust.users[0] must be the ARN of an IAM user, without wildcards, got "arn:aws:iam::222222222222:user//x"',
        'rootAccess.breakGlass.trust.roles[0] must be the ARN of an IAM role, without wildcards, got "arn:aws:iam::222222222222:role/x/"',
        `rootAccess.breakGlass.trust.roles[1] must ${NO_PATH}, got "arn:aws:iam::222222222222:role/AWSReservedSSO_X_0123456789abcdef"`,
      ],
    ],
    ["a missing part", { custody: undefined }, ["custody must be an object, got nothing"]],
    [
      "a setting that does not exist",
      { "auditTrail.lock.legalHold": true, enabled: true },
      [
        "auditTrail.lock.legalHold must be left out, because no such setting exists, got true",
        "enabled must be left out, because no such setting exists, got true",
      ],
    ],
    [
      "a number where an id belongs",
      { "accounts.management.id": 111111111111 },
      ["accounts.management.id must be an account id: 12 digits in quotes, got 111111111111"],
    ],
    [
      "a mode that does not exist",
      { "organization.mode": "owner" },
      ['organization.mode must be one of "existing", "owned", got "owner"'],
    ],
    [
      "what stands twice in a list",
      { "guardrails.attach.0.targets": ["root", "root"] },
      ['guardrails.attach[0].targets[1] must be left out: entry 0 is the same, got "root"'],
    ],
    [
      "keys of the wrong form",
      { adopt: { log: "x" }, tags: { "AWS:x": "y" } },
      [
        'tags["AWS:x"] must be a tag key: 1 to 128 characters, not aws:, got "AWS:x"',
        'adopt.log must be the address of a resource such as aws_s3_bucket.log, or of one of several, such as aws_x.y["key"], got "log"',
      ],
    ],
    [
      "a state directory that synth would empty",
      { "terraform.backend": { type: "local", directory: "../../../cdktf.out/state" } },
      [
        'terraform.backend.directory must begin with ../../../ and lie outside cdktf.out (a stack runs in cdktf.out/stacks/<stack>, where synth deletes what it does not know), got "../../../cdktf.out/state"',
      ],
    ],
    ["a holder without a name", { "custody.password": ["  "] }, ['custody.password[0] must name a role, got "  "']],
    [
      "a retention that CloudWatch Logs does not know",
      { "auditTrail.logRetentionDays": 366 },
      [
        "auditTrail.logRetentionDays must be a retention that CloudWatch Logs accepts: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 366",
      ],
    ],
  ]);

  it("reports mistakes of shape and of meaning together", () => {
    const config = changed({ "accounts.security.id": "111111111111", homeRegion: "us-east-9", name: "X" });
    expect(problemsOf(config)).toEqual([
      'name must be 2 to 24 lower-case letters, digits or hyphens, beginning with a letter, got "X"',
      'accounts.security.id must differ from accounts.management.id (the management account cannot be a delegated administrator), got "111111111111"',
      'homeRegion must be a Region of the partitions aws, aws-us-gov, aws-cn (catalogue/partitions.ts lists them), got "us-east-9"',
    ]);
  });
});
