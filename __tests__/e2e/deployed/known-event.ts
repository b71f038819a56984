import { knownCallFilter, knownCallPattern } from "../../../catalogue/alerts/known-event";
import { blueprintOf } from "../../../config";
import { type Deployed, present } from "./deployed";

/** What is made for the call whose record must come out begins with this. */
export const KNOWN_EVENT = "org-baseline-known-event";

/** Its rule. It forwards with the role of the others. */
export const KNOWN_RULE = `${KNOWN_EVENT}-forward`;

export function describeKnownEvent(of: () => Deployed): void {
  const facts = () => of().facts.alarms;
  const call = () => present(blueprintOf(of().baseline).knownCall, "the known call");

  test("the record of the known call is looked for in the log group and on the default bus", () => {
    const filter = facts().metricFilters.find(({ name }) => name === KNOWN_EVENT);
    expect(filter).toMatchObject({ logGroup: "org-baseline-trail", pattern: knownCallFilter(call()) });
    const rule = facts().forwardRules.find(({ name }) => name === KNOWN_RULE);
    expect(rule).toMatchObject({ bus: "default", state: "ENABLED", pattern: knownCallPattern(call()) });
    expect(rule?.targets).toHaveLength(1);
  });

  test("its absence of half an hour on either way is an alarm of its own", () => {
    const alarms = facts().alarms.filter(({ AlarmName = "" }) => /-known-event-(log-group|rule)$/.test(AlarmName));
    expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual([
      `${KNOWN_EVENT}-log-group`,
      `${KNOWN_EVENT}-rule`,
    ]);
    for (const alarm of alarms)
      expect(alarm).toMatchObject({
        ...{ ActionsEnabled: true, Statistic: "Sum", Period: 900, EvaluationPeriods: 2, Threshold: 1 },
        ...{ ComparisonOperator: "LessThanThreshold", TreatMissingData: "breaching" },
        AlarmActions: ["arn:aws:sns:us-east-1:111111111111:org-baseline-critical"],
      });
  });
}
