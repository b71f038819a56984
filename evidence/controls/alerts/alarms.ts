import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Blueprint } from "../../../config";
import type { ProtectionParts } from "../../../organization/protection";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, type Finding, type Item } from "../../item";
import { readingOfNone } from "../../none";
import { expectedAlarms, watchOf, type ExpectedAlarm } from "./expected-alarms";
import { enable, judgeExpected, judgeOther } from "./judged-alarm";
import { watchProblem } from "./watch";

type Metric = Blueprint["detectionsByPath"]["metric"][number];

const APPLY = applied("alarms");

function judgeDetection(detection: Metric, live: MetricAlarm | undefined, of: Blueprint): Finding {
  const { id, severity } = detection;
  if (live === undefined) return gap(id, "has no alarm", APPLY);
  const { names, arns } = of;
  if (live.ActionsEnabled === false)
    return gap(id, "its actions are switched off", enable(names.entry(id), of.homeRegion));
  if (live.AlarmActions?.includes(arns.topic(severity)) !== true)
    return gap(id, `does not tell ${names.topic(severity)}`, APPLY);
  const problem = watchProblem(live, watchOf(detection, of));
  if (problem !== undefined) return gap(id, problem, APPLY);
  return inForce(id, `tells ${names.topic(severity)}; state ${live.StateValue ?? "unknown"}`);
}

type Place = Pick<ExpectedAlarm, "account" | "region">;

const placeText = ({ account, region }: Place): string => `${account}, ${region}`;

const isHome = ({ account, region }: Place, { homeRegion }: Blueprint): boolean =>
  account === "management" && region === homeRegion;

/** What is expected outside of the management account's home Region, by place. */
const elsewhere = (blueprint: Blueprint): readonly (readonly [of: string, expected: readonly ExpectedAlarm[]])[] => {
  const expected = expectedAlarms(blueprint).filter((each) => !isHome(each, blueprint));
  return [...new Set(expected.map(placeText))].map((of) => [of, expected.filter((each) => placeText(each) === of)]);
};

/** The alarms of the management account at home. */
function judgeHome(live: readonly MetricAlarm[], blueprint: Blueprint): readonly Finding[] {
  const { names, detectionsByPath, homeRegion } = blueprint;
  const named = (name: string) => live.find(({ AlarmName }) => AlarmName === name);
  const expected = expectedAlarms(blueprint).filter((each) => isHome(each, blueprint));
  const known = new Set([
    ...detectionsByPath.metric.map(({ id }) => names.entry(id)),
    ...expected.map(({ name }) => name),
  ]);
  const others = live.filter(({ AlarmName = "" }) => !known.has(AlarmName));
  const wrong = [
    ...expected.flatMap((each) => judgeExpected(each, each.name, named(each.name), blueprint)),
    ...others.flatMap((each) => judgeOther(each, homeRegion)),
  ];
  const count = expected.length + others.length;
  return [
    ...detectionsByPath.metric.map((each) => judgeDetection(each, named(names.entry(each.id)), blueprint)),
    ...(wrong.length > 0 ? wrong : [inForce("silence and delivery", `${count} of ${count} alarms tell somebody`)]),
  ];
}

/** The alarms of every other place in which rules stand. */
const judgeElsewhere = (live: ProtectionParts, blueprint: Blueprint): readonly Item[] =>
  elsewhere(blueprint).flatMap(([of, expected]) => {
    const found = live.alarmsElsewhere.find(({ account, region }) => placeText({ account, region }) === of);
    return judged(of, found?.alarms ?? readingOfNone(of), (alarms) => {
      const wrong = expected.flatMap((each) => {
        const named = alarms.find(({ AlarmName }) => AlarmName === each.name);
        return judgeExpected(each, `${of}: ${each.name}`, named, blueprint);
      });
      const count = `${expected.length} of ${expected.length} alarms on what was not delivered`;
      return wrong.length > 0 ? wrong : [inForce(of, `${count} are heard`)];
    });
  });

/** Rules that mute an alarm of the baseline, now or later: it changes its state and tells nobody. */
const judgeMutes = (live: ProtectionParts, blueprint: Blueprint): readonly Item[] =>
  live.alarmMutes.flatMap(({ account, region, mutes }) => {
    const of = `muted: ${placeText({ account, region })}`;
    const prefix = blueprint.names.entry("");
    return judged(of, mutes, (rules) => {
      const ours = rules.filter(({ alarms }) => alarms.some((name) => name.startsWith(prefix)));
      if (ours.length === 0) return [inForce(of, "no alarm of the baseline, by no rule")];
      const says = ours.map(({ name, status = "in no known state", alarms: muted }) => {
        const which = muted.filter((each) => each.startsWith(prefix));
        return `${name} (${status}) mutes ${which.join(", ")}`;
      });
      const remove = ["aws", "cloudwatch", "delete-alarm-mute-rule", "--region", region, "--alarm-mute-rule-name"];
      const mend = `with credentials of the ${account} account`;
      return [gap(of, says.join("; "), { mend, run: ours.map(({ name }) => [...remove, name]) })];
    });
  });

export const alarms: Control = {
  id: "alarms",
  title: "Every alarm is there, watches what it should, tells its topic, has its actions enabled and is not muted",
  matters: "An alarm without actions turns red on a page that nobody looks at.",
  checklist: 5,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "5.3" },
    { source: "AWS Security Hub", control: "CloudWatch.1" },
    { source: "AWS Security Hub", control: "CloudWatch.15" },
    { source: "AWS Security Hub", control: "CloudWatch.17" },
    { source: "Prowler", control: "cloudwatch_log_metric_filter_root_usage" },
  ],
  reads: ["cloudwatch:DescribeAlarms", "cloudwatch:ListAlarmMuteRules", "cloudwatch:GetAlarmMuteRule"],
  judge: ({ live, blueprint }) => [
    ...judged("alarms", live.alarms.alarms, (alarms) => judgeHome(alarms, blueprint)),
    ...judgeElsewhere(live, blueprint),
    ...judgeMutes(live, blueprint),
  ],
};
