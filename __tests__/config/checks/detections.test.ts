import { notification } from "../../../catalogue/alerts/notification";
import { blueprintOf, parseConfig } from "../../../config";
import { accepts, changed, problemsOf, refuses, type Change } from "../expectations";
import { fired, own } from "./own-detection";

const ROLE = "arn:aws:iam::111111111111:role/pipeline";

const tuning = (change: object): Change => ({ detectionTuning: change });

const detectionsOf = (change: Change) => blueprintOf(parseConfig(changed(change))).detections;

describe("listed detections", () => {
  accepts([
    ["an id beside a set that does not have it", { detections: ["guardduty-root", "root-console-login"] }],
    [
      "an id whose set is listed",
      { detections: ["guardduty-root", "guardduty-root-credential-usage", "root-console-login"] },
    ],
    ["a detection of one's own", tuning({ own: [own()] })],
    ["another threshold", tuning({ overrides: { "cis-cloudwatch-1": { threshold: 3 } } })],
    ["another severity", tuning({ overrides: { "cis-cloudwatch-1": { severity: "critical" } } })],
  ]);

  refuses([
    [
      "an override of what is not listed",
      tuning({ overrides: { "cis-cloudwatch-2": { severity: "high" } } }),
      [
        'detectionTuning.overrides["cis-cloudwatch-2"] must be left out: detections does not list it, got "cis-cloudwatch-2"',
      ],
    ],
    [
      "a threshold of what comes by a rule",
      tuning({ overrides: { "guardduty-root-credential-usage": { threshold: 2 } } }),
      [
        'detectionTuning.overrides["guardduty-root-credential-usage"].threshold must be left out: it comes by an event rule, which tells of every event, got 2',
      ],
    ],
    [
      "an override that silences what root does",
      tuning({ overrides: { "root-console-login": { severity: "record", threshold: 1_000_000 } } }),
      [
        'detectionTuning.overrides["root-console-login"].severity must be a severity that people read: root-console-login belongs to root, of which somebody must hear, got "record"',
        'detectionTuning.overrides["root-console-login"].threshold must be left out: root-console-login belongs to root, where one event is enough, got 1000000',
        'alerting.subscriptions[0].severity must be a severity in use: high, record, got "critical"',
      ],
    ],
    [
      "a finding about root that is only recorded",
      tuning({ overrides: { "guardduty-root-credential-usage": { severity: "record" } } }),
      [
        'detectionTuning.overrides["guardduty-root-credential-usage"].severity must be a severity that people read: guardduty-root-credential-usage belongs to guardduty-root, of which somebody must hear, got "record"',
      ],
    ],
    [
      "a break-glass role that is called automation",
      tuning({ automationRoles: ["arn:aws:iam::222222222222:role/org-baseline-break-glass-audit"] }),
      [
        'detectionTuning.automationRoles[0] must be left out: it is a break-glass role, and each of its root sessions is told, got "arn:aws:iam::222222222222:role/org-baseline-break-glass-audit"',
      ],
    ],
    [
      "an own id that the catalogue has",
      tuning({ own: [own({ id: "root-api-call" })] }),
      ['detectionTuning.own[0].id must be an id that no other detection or set has, got "root-api-call"'],
    ],
    [
      "an own detection that does not fire",
      tuning({ own: [own({ fires: [{ ...fired, eventName: "CreateBucket" }] })] }),
      [
        'detectionTuning.own[0].fires[0] must be an event on which the pattern fires, whatever != means for an absent field, got "bucket-deleted"',
      ],
    ],
    [
      "an own detection that depends on what != means for an absent field",
      tuning({
        own: [
          own({
            path: { kind: "metric", pattern: '{ $.errorCode != "AccessDenied" }' },
            ignores: [{ errorCode: "AccessDenied" }],
          }),
        ],
      }),
      [
        'detectionTuning.own[0].fires[0] must be an event on which the pattern fires, whatever != means for an absent field, got "bucket-deleted"',
      ],
    ],
    [
      "an own detection without a near miss",
      tuning({ own: [own({ ignores: [] })] }),
      ["detectionTuning.own[0].ignores must hold at least one near miss: what looks alike and is harmless, got []"],
    ],
    [
      "a pattern that CloudWatch Logs does not read",
      tuning({ own: [own({ path: { kind: "metric", pattern: "{ $.eventName EXISTS }" } })] }),
      [
        'detectionTuning.own[0].path.pattern must be a filter pattern that CloudWatch Logs reads (column 15 of the filter pattern must be =, !=, <, <=, >, >=, IS or NOT EXISTS, got "EXISTS"), got "{ $.eventName EXISTS }"',
      ],
    ],
    [
      "an own id that makes the name of a rule too long",
      tuning({
        own: [
          own({
            id: `a-${"b".repeat(50)}`,
            path: { kind: "finding", pattern: { source: ["aws.example"] } },
            fires: [{ source: "aws.example" }],
            ignores: [{ source: "aws.other" }],
          }),
        ],
      }),
      [
        `detectionTuning.own[0].id must be 9 shorter: AWS allows 64 characters in the name of its rule, org-baseline-a-${"b".repeat(50)}-forward, got "a-${"b".repeat(50)}"`,
      ],
    ],
    [
      "automation roles that make a pattern too long",
      {
        detections: ["assume-root-by-others", "root-console-login", "cis-cloudwatch-1"],
        detectionTuning: { automationRoles: Array.from({ length: 12 }, (_, n) => `${ROLE}-${n}`) },
      },
      [
        "detectionTuning.automationRoles must be fewer or shorter: with them the pattern of assume-root-by-others is longer than the 1024 characters that AWS allows, got 1527",
      ],
    ],
  ]);
});

test("a detection beside a set that has it is listed once, where the set has it", () => {
  const idsOf = (...detections: string[]) => detectionsOf({ detections }).map(({ id }) => id);
  expect(idsOf("root-console-login", "guardduty-root-credential-usage", "guardduty-root")).toEqual(
    idsOf("root-console-login", "guardduty-root"),
  );
});

describe("the message of an own detection", () => {
  const told = own({
    path: { kind: "finding", pattern: { source: ["aws.example"] } },
    fires: [{ source: "aws.example" }],
    ignores: [{ source: "aws.other" }],
    response: [""],
  });
  const least = notification({ ...told, severity: "high" }, "finding", "docs/runbooks").inputTemplate.length;
  const withResponse = (length: number) => changed(tuning({ own: [{ ...told, response: ["x".repeat(length)] }] }));

  it("may be as long as EventBridge sends", () => {
    expect(problemsOf(withResponse(8192 - least))).toEqual([]);
  });

  it("is refused beyond that, where the steps are written", () => {
    const [problem] = problemsOf(withResponse(8193 - least));
    expect(problem).toMatch(
      /^detectionTuning\.own\[0\]\.response must be 1 characters shorter: with the title its message has 8193, and EventBridge sends at most 8192, got \["x+/,
    );
  });
});
