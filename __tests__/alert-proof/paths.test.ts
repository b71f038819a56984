import { callsOf, pathsOf, untriedOf } from "../../alert-proof/paths";
import { judgeOf } from "../../catalogue/alerts/detection-judge";
import { HARMLESS_CALLS } from "../../catalogue/alerts/harmless-calls";
import { blueprintOf, parseConfig, type BaselineConfig } from "../../config";
import { roleCall } from "../../catalogue/detections/sample-calls";
import { configuration } from "../support/configuration";

const of = (change: Partial<BaselineConfig> = {}) => blueprintOf(parseConfig({ ...configuration(), ...change }));
const shipped = of();

test.each(HARMLESS_CALLS.map((call) => [call.action, call] as const))(
  "the record of %s fires its detection in both languages, and no other",
  (_action, harmless) => {
    const requestParameters = harmless.requestParameters(shipped.detectionSettings);
    const record = roleCall(harmless.service, harmless.call, { requestParameters });
    const { metric, event } = shipped.detectionsByPath;
    const envelope = {
      "detail-type": "AWS API Call via CloudTrail",
      source: `aws.${harmless.service}`,
      detail: record,
    };
    const fired = [
      ...metric.filter(({ path }) => judgeOf(path)(record).some(Boolean)),
      ...event.filter(({ path }) => judgeOf(path)(envelope).some(Boolean)),
    ].map(({ id }) => id);
    expect(fired).toEqual([harmless.detection, `${harmless.detection}-event`]);
  },
);

test("every place with a rule is called in once, and each path has a name of its own", () => {
  expect(callsOf(shipped).map(({ harmless, account, region }) => `${harmless.call} ${account} ${region}`)).toEqual([
    "PutRetentionPolicy management us-east-1",
    "DeleteRule management us-east-1",
    "DeleteRule security us-east-1",
    "DeleteRule security eu-west-1",
  ]);
  const names = pathsOf(shipped).map((path) => path.of);
  expect(new Set(names).size).toBe(names.length);
});

test("without a second channel nothing is expected on it, and without the detections there is no path", () => {
  const { secondChannel, ...alerting } = configuration().alerting;
  expect(secondChannel).toBeDefined();
  const alone = pathsOf(of({ alerting })).map((path) => path.of);
  expect(alone).toEqual(pathsOf(shipped).flatMap((path) => (path.of.startsWith("second") ? [] : [path.of])));
  const detections = configuration().detections.filter((each) => each !== "blinding");
  expect(pathsOf(of({ detections }))).toEqual([]);
});

test("what nobody should cause is named, with what its path shares", () => {
  const untried = new Map(untriedOf(shipped).map(({ detection, shares }) => [detection, shares]));
  expect(untried.get("root-console-login")).toBe("trail and log group, topic critical");
  expect(untried.get("root-api-call")).toBe("trail and log group");
  expect(untried.get("guardduty-root-actor")).toBe("alert bus, topic critical");
  expect(untried.has("event-rule-changed-event")).toBe(false);
});
