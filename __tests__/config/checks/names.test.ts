import { accepts, refuses, type Refusal } from "../expectations";

const LONG = "a-name-of-24-characters-";
const far = { name: `${LONG.slice(0, 23)}s`, homeRegion: "ap-southeast-1", regions: ["ap-southeast-1", "eu-west-1"] };

describe("names", () => {
  accepts([
    ["the longest name where Region names are short", { name: far.name }],
    [
      "the longest name where no bucket is made",
      { ...far, auditTrail: { mode: "use", trailName: "theirs", logGroupName: "theirs/logs" } },
    ],
  ]);
  refuses([
    [
      "a bucket name that is too long",
      far,
      [
        'name must be 1 shorter: the bucket a-name-of-24-characterss-access-logs-333333333333-ap-southeast-1 has 64 characters, AWS allows 63, got "a-name-of-24-characterss"',
      ],
    ],
    [
      "a name that S3 keeps for itself",
      { name: "xn--baseline" },
      [
        'name must begin with something else than xn--, sthree-, amzn-s3-demo-: S3 accepts no bucket of such a name, got "xn--baseline"',
      ],
    ],
  ]);

  const say = (name: string): Refusal => [
    `the common name ${name}`,
    { name },
    [
      `name must say whose it is, such as acme-baseline: everybody begins names with ${name}-, and what guardrails and detections know by that prefix is then others' as well (deployed under it already? Set keepCommonName: true, since renaming replaces everything), got "${name}"`,
    ],
  ];
  refuses(["prod", "main", "aws", "org", "test", "acme", "production", "aws-org", "prod-eu-1", "security"].map(say));
  accepts([
    ...["org-baseline", "acme-org", "acmecorp", "guard-rails"].map((name) => [name, { name }] as const),
    ["a common name under which it is deployed", { name: "prod", keepCommonName: true }],
  ]);
});
