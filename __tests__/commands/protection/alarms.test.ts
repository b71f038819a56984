import type { AlarmsFacts } from "../../../organization/services/alarms";
import { asRead } from "../../organization/as-read";
import { showAlarms } from "../../../commands/protection/alarms";

const TOPIC_ARN = "arn:aws:sns:us-east-1:111111111111:org-baseline-critical";
const BUS_ARN = "arn:aws:events:us-east-1:111111111111:event-bus/org-baseline-alerts";

const rule = (name: string, targets: readonly string[], state = "ENABLED") => ({
  account: "111111111111",
  region: "us-east-1",
  name,
  bus: "default",
  state,
  targets: targets.map((arn) => ({ arn })),
});

const NOTHING = {
  ...{ topics: [], keys: [], metricFilters: [], alarms: [], alertRules: [], forwardRules: [] },
  ...{ bus: undefined, forwardRole: undefined },
};

test("who is told, and what tells them", () => {
  const topic = {
    arn: TOPIC_ARN,
    name: "org-baseline-critical",
    keyArn: "arn:aws:kms:us-east-1:111111111111:key/1",
    attributes: {},
    subscriptions: [
      { protocol: "email", endpoint: "security-oncall@example.com", confirmed: false },
      { protocol: "https", endpoint: "https://pager.example.com/aws", confirmed: true },
    ],
  };
  const facts = {
    ...NOTHING,
    topics: [topic],
    alarms: ["root-console-login", "account-left"].map((id) => ({
      AlarmName: `org-baseline-${id}`,
      AlarmActions: [TOPIC_ARN],
    })),
    forwardRules: [rule("org-baseline-sign-in-forward", [BUS_ARN])],
    alertRules: [rule("org-baseline-sign-in", [TOPIC_ARN])],
  };
  expect(showAlarms(asRead<AlarmsFacts>(facts))).toEqual([
    "  topic               org-baseline-critical: encrypted → email security-oncall@example.com (not confirmed yet), https https://pager.example.com/aws",
    "  alarms              2 tell org-baseline-critical:",
    "                      account-left, root-console-login",
    "  forwarded           org-baseline-sign-in-forward in us-east-1 → org-baseline-alerts",
    "  alert               org-baseline-sign-in in us-east-1 → org-baseline-critical",
  ]);
});

test("what tells nobody is loud", () => {
  const facts = {
    ...NOTHING,
    topics: [{ arn: TOPIC_ARN, name: "org-baseline-critical", attributes: {}, subscriptions: [] }],
    alarms: [{ AlarmName: "org-baseline-root-console-login", ActionsEnabled: false, AlarmActions: [TOPIC_ARN] }],
    alertRules: [rule("org-baseline-sign-in", [], "DISABLED")],
  };
  expect(showAlarms(asRead<AlarmsFacts>(facts))).toEqual([
    "  topic               org-baseline-critical: NOT ENCRYPTED → NOBODY",
    "  alarm               org-baseline-root-console-login (ACTIONS ARE OFF) → org-baseline-critical",
    "  alert               org-baseline-sign-in (DISABLED) in us-east-1 → NOBODY",
  ]);
});
