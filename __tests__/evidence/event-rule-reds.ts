import type { EventRuleFacts } from "../../organization/services/event-rules";
import { statementsOf } from "../../organization/services/json";
import { changed, inEachRegion, withLive, withPart, type Red } from "./red";

const rules = (change: Partial<EventRuleFacts>) =>
  withPart("alarms", "alertRules", ([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, ...change }, ...rest],
  );
const busWith = (statement: object) =>
  withPart("alarms", "bus", (bus) => ({
    ...{ name: "org-baseline-alerts", arn: bus?.arn ?? "" },
    policy: { ...bus?.policy, Statement: [...statementsOf(bus?.policy ?? {}), statement] },
  }));

/** Ways in which event rules and buses are not in force. */
export const EVENT_RULE_REDS: readonly Red[] = [
  ["one is disabled", rules({ state: "DISABLED" }), /is DISABLED/],
  ["one looks for something else", rules({ pattern: { source: ["aws.nothing"] } }), /looks for something else/],
  ["one tells nobody", rules({ targets: [] }), /does not tell arn:/],
  [
    "what a target does not take is lost",
    withPart("alarms", "alertRules", (all) =>
      all.map((rule) => ({
        ...rule,
        targets: rule.targets.map((target) => ({ ...target, deadLetterArn: undefined })),
      })),
    ),
    /has a target without a dead-letter queue/,
  ],
  [
    "what a target does not take goes where nobody looks",
    withPart("alarms", "alertRules", (all) =>
      all.map((rule) => ({
        ...rule,
        targets: rule.targets.map((target) => ({ ...target, deadLetterArn: `${target.arn}-x` })),
      })),
    ),
    /on which no alarm of ours stands/,
  ],
  ["the alert bus is gone", withPart("alarms", "bus", () => undefined), /alert bus: the bus does not exist/],
  [
    "the alert bus has lost its policy",
    withPart("alarms", "bus", () => ({ name: "org-baseline-alerts", arn: "" })),
    /keeps out arn:.*forward-events, arn:.*forward-findings: what it forwards is lost/,
  ],
  ["the alert bus denies", busWith({ Effect: "Deny", Principal: "*", Action: "events:*" }), /or denies/],
  [
    "the alert bus admits an organization",
    busWith({ Effect: "Allow", Principal: "*", Action: "events:PutEvents" }),
    /admits others, who can feign alerts/,
  ],
  [
    "one tells another text",
    withPart("alarms", "alertRules", (all) =>
      all.map((rule) => ({
        ...rule,
        targets: rule.targets.map((each) => ({ ...each, inputTransformer: undefined })),
      })),
    ),
    /another text than the catalogue's/,
  ],
  [
    "one forwards with another role",
    inEachRegion(({ forwardRules }) => ({
      forwardRules: changed(forwardRules, (all) =>
        all.map((rule) => ({
          ...rule,
          targets: rule.targets.map((each) => ({ ...each, roleArn: `${each.roleArn}-x` })),
        })),
      ),
    })),
    /security, eu-west-1: .* as arn:.*-x, not as arn:/,
  ],
  [
    "that of the known event is disabled",
    withLive(({ forwards }) => ({
      forwards: forwards.map((each) => ({
        ...each,
        rules: changed(each.rules, (all) =>
          all.map((rule) => (rule.name === "org-baseline-known-event-forward" ? { ...rule, state: "DISABLED" } : rule)),
        ),
      })),
    })),
    /^management, us-east-1: org-baseline-known-event-forward: is DISABLED$/,
  ],
  ["the second channel's bus is gone", withPart("secondChannel", "bus", () => undefined), /the bus does not exist/],
  [
    "the second channel's bus keeps the forwarders out",
    withPart("secondChannel", "bus", (bus) => bus && { ...bus, policy: undefined }),
    /policy of the second channel's bus: keeps out arn:.*forward-events, arn:.*forward-findings/,
  ],
  [
    "the second channel's bus admits everybody",
    withPart(
      "secondChannel",
      "bus",
      (bus) =>
        bus && {
          ...bus,
          policy: {
            ...bus.policy,
            Statement: [
              ...statementsOf(bus.policy ?? {}),
              { Effect: "Allow", Principal: "*", Action: "events:PutEvents" },
            ],
          },
        },
    ),
    /policy of the second channel's bus: admits others/,
  ],
  ["the second channel has none", withPart("secondChannel", "rules", () => []), /second channel: .* does not exist/],
  [
    "a Region forwards nothing",
    inEachRegion(({ forwardRules }) => ({ forwardRules: changed(forwardRules, () => []) })),
    /security, eu-west-1: .* does not exist/,
  ],
  [
    "the management account forwards nothing",
    withLive(({ forwards }) => ({
      forwards: forwards.map((each) => ({ ...each, rules: changed(each.rules, () => []) })),
    })),
    /management, us-east-1: .* does not exist/,
  ],
];
