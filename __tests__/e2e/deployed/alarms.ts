import { DETECTION_PROOF_SETTINGS, type Detection } from "../../../catalogue/detection";
import type { DetectionSet } from "../../../catalogue/alerts/detection-sets";
import { DETECTIONS } from "../../../catalogue/detections";
import { alarmDescription, runbookOf } from "../../../catalogue/alerts/notification";
import { preparedPath } from "../../../catalogue/alerts/prepare";
import { unproven } from "../../../catalogue/alerts/detection-judge";
import { blueprintOf } from "../../../config";
import { describeAlertRules } from "./alert-rules";
import { type Deployed, present } from "./deployed";
import { describeKnownEvent, KNOWN_EVENT } from "./known-event";
import { describeTopics } from "./topics";

const CLOUDWATCH_1 =
  '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}';

/** The filters that scanners compare count where Security Hub says; ours count apart. */
const namespaceOf = (set: DetectionSet | undefined): string => (set === "cis" ? "LogMetrics" : "org-baseline");

const sorted = <T>(entries: readonly T[], nameOf: (entry: T) => string | undefined): readonly T[] =>
  [...entries].sort((a, b) => ((nameOf(a) ?? "") < (nameOf(b) ?? "") ? -1 : 1));

/** What the shipped example promises about alarms, read back from CloudWatch and CloudWatch Logs. */
export function describeAlarms(of: () => Deployed): void {
  describe("alarms", () => {
    const facts = () => of().facts.alarms;
    const metrics = () => sorted(blueprintOf(of().baseline).detectionsByPath.metric, ({ id }) => id);
    const topicArn = (severity: string) => `arn:aws:sns:us-east-1:111111111111:org-baseline-${severity}`;

    test("the trail's log group has a filter for each detection of the configuration, byte for byte", () => {
      expect(metrics().length).toBeGreaterThan(25);
      const filters = facts().metricFilters.filter(({ name }) => name !== KNOWN_EVENT);
      expect(sorted(filters, ({ name }) => name)).toEqual(
        sorted(
          metrics().flatMap(({ id, set, path }) =>
            path.texts.map((pattern, index) => ({
              name: `org-baseline-${id}${index === 0 ? "" : `-${index + 1}`}`,
              logGroup: "org-baseline-trail",
              pattern,
              transformations: [
                expect.objectContaining({
                  metricNamespace: namespaceOf(set),
                  metricName: id,
                  metricValue: "1",
                  defaultValue: 0,
                  unit: "None",
                }) as unknown,
              ],
            })),
          ),
          ({ name }) => name,
        ),
      );
    });

    test("the filter that scanners compare is theirs", () =>
      expect(facts().metricFilters.find(({ name }) => name === "org-baseline-cis-cloudwatch-1")?.pattern).toBe(
        CLOUDWATCH_1,
      ));

    test("the filters that were read back fire and stay quiet on the events of their proofs", () => {
      const deployed = new Map(facts().metricFilters.map(({ name, pattern }) => [name, pattern]));
      const judged = DETECTIONS.flatMap((detection: Detection) => {
        const text = deployed.get(`org-baseline-${detection.id}`);
        const proof = preparedPath(detection.path, DETECTION_PROOF_SETTINGS, []);
        // A pattern that names what only the proof's settings have is judged in the unit tests.
        const texts = proof?.kind === "metric" ? proof.texts : [];
        return text === undefined || texts.length !== 1 || texts[0] !== text
          ? []
          : [[detection.id, unproven(detection, { kind: "metric", texts })] as const];
      });
      expect(judged.length).toBeGreaterThan(20);
      expect(judged.filter(([, wrong]) => wrong.length > 0)).toEqual([]);
    });

    test("one matching event in five minutes raises the alarm, which tells its topic what to do", () => {
      const namespaces = [namespaceOf("cis"), namespaceOf("root")];
      const ofDetections = ({ Namespace = "", AlarmName = "" }) =>
        namespaces.includes(Namespace) && !AlarmName.startsWith(KNOWN_EVENT);
      const alarms = facts().alarms.filter(ofDetections);
      expect(sorted(alarms, ({ AlarmName }) => AlarmName)).toEqual(
        metrics().map((detection): unknown =>
          expect.objectContaining({
            AlarmName: `org-baseline-${detection.id}`,
            AlarmDescription: alarmDescription(detection, {
              runbook: runbookOf(detection.severity, of().baseline.alerting.runbooks),
              query: of().names.query(detection.id),
            }),
            ActionsEnabled: true,
            AlarmActions: [topicArn(detection.severity)],
            MetricName: detection.id,
            Namespace: namespaceOf(detection.set),
            Unit: "None",
            Statistic: "Maximum",
            Period: 300,
            EvaluationPeriods: 1,
            Threshold: detection.threshold,
            ComparisonOperator: "GreaterThanOrEqualToThreshold",
            TreatMissingData: "notBreaching",
          }),
        ),
      );
    });

    test("a rule that cannot deliver is told of on another topic than its own", () => {
      const alarms = facts().alarms.filter(({ Namespace }) => Namespace === "AWS/Events");
      for (const rule of [...facts().alertRules, ...facts().forwardRules]) {
        const alarm = present(
          alarms.find(({ AlarmName }) => AlarmName === `${rule.name}-delivery`),
          `delivery alarm of ${rule.name}`,
        );
        expect(alarm).toMatchObject({ MetricName: "FailedInvocations", ActionsEnabled: true, Threshold: 1 });
        expect(alarm.AlarmActions).toHaveLength(1);
        expect(rule.targets.map(({ arn }) => arn)).not.toContain(alarm.AlarmActions?.[0]);
      }
    });

    describeTopics(of);
    describeAlertRules(of);
    describeKnownEvent(of);
  });
}
