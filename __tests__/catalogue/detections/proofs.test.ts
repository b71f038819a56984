import { DETECTION_PROOF_SETTINGS, METRIC_LATENCY } from "../../../catalogue/detection";
import { DETECTION_SETS, type CatalogueDetection } from "../../../catalogue/alerts/detection-sets";
import { DETECTION_IDS, DETECTIONS } from "../../../catalogue/detections";
import { ALARM_NAME_LENGTH, EVENT_RULE_NAME_LENGTH } from "../../../catalogue/quotas";
import { SEVERITIES } from "../../../catalogue/alerts/severities";
import { judgeOf, unproven } from "../../../catalogue/alerts/detection-judge";
import { apiCallEnvelope } from "../../../catalogue/detections/sample-events";
import { preparedPath, preparedTwin } from "../../../catalogue/alerts/prepare";
import { SENTENCES } from "../entries";
import { roleCall } from "../../../catalogue/detections/sample-calls";
import type { WatchPath } from "../../../catalogue/watch";
import { proofPath } from "./proof-path";

describe.each(DETECTIONS.map((detection) => [detection.id, detection] as const))("%s", (id, detection) => {
  it("has events on which it fires, and near misses on which it stays quiet", () => {
    expect(detection.fires.length).toBeGreaterThanOrEqual(2);
    expect(detection.ignores.length).toBeGreaterThanOrEqual(2);
  });

  it("fires and stays quiet as it says, under both readings", () => {
    expect(unproven(detection, proofPath(detection))).toEqual([]);
  });

  it("is seen by its event rules as by its filter", () => {
    const twin = preparedTwin(detection.path, DETECTION_PROOF_SETTINGS);
    if (twin === undefined) return;
    const [filter, rule] = [judgeOf(proofPath(detection)), judgeOf(twin)];
    for (const event of [...detection.fires, ...detection.ignores])
      expect([event, ...rule(apiCallEnvelope(event))]).toEqual([event, filter(event)[0]]);
  });

  it("hears nobody who sends an event of his own", () => {
    const twin = preparedTwin(detection.path, DETECTION_PROOF_SETTINGS);
    const rule = twin ?? preparedPath(detection.path, DETECTION_PROOF_SETTINGS, []);
    if (rule === undefined || rule.kind === "metric") return;
    const judge = judgeOf(rule);
    for (const event of detection.fires)
      for (const source of ["example.flood", "iam.aws.", "AWS.iam", "aws"])
        expect(judge({ ...(twin === undefined ? event : apiCallEnvelope(event)), source })).toEqual([false]);
  });

  it("says what happened, why it matters and what to do", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(SEVERITIES).toContain(detection.severity);
    expect(detection.title).toMatch(/^[A-Z].{10,90}[^.]$/);
    expect(detection.rationale).toMatch(/^[A-Z][^]{40,}\.$/);
    expect(detection.response.length).toBeGreaterThanOrEqual(2);
    for (const step of detection.response) expect(step).toMatch(SENTENCES);
    expect(detection.response.join(" ")).toMatch(/[a-z]+\.[a-zA-Z]+|eventName|recipientAccountId/);
    expect(detection.response.join(" ")).toMatch(/\d+ (minutes|hours?|days)|within the hour|from .* on/);
    expect(detection.references.length).toBeGreaterThan(0);
    expect(detection.latency).toMatch(/\S/);
    if (detection.path.kind === "metric") expect(detection.latency).toBe(METRIC_LATENCY);
  });

  it("has names that AWS takes under the longest name of a baseline", () => {
    const longest = `${"n".repeat(24)}-${id}`;
    expect(longest.length).toBeLessThanOrEqual(ALARM_NAME_LENGTH);
    if (detection.path.kind !== "metric")
      expect(`${longest}-forward`.length).toBeLessThanOrEqual(EVENT_RULE_NAME_LENGTH);
  });
});

const watchPaths = DETECTIONS.flatMap((detection: CatalogueDetection) =>
  "watches" in detection.path
    ? [{ detection, watches: (detection.path as WatchPath).watches(DETECTION_PROOF_SETTINGS) }]
    : [],
);

describe.each(watchPaths.map((each) => [each.detection.id, each] as const))("the watches of %s", (_id, of) => {
  const { detection, watches } = of;

  it("name a thing only by words that also hold for a request too large to be recorded", () => {
    const named = watches.filter(({ of }) => of !== undefined);
    const omitted = detection.fires.filter(
      ({ requestParameters }) => typeof requestParameters === "object" && "omitted" in Object(requestParameters),
    );
    expect(omitted.length > 0).toBe(named.length > 0);
  });

  it("fire on each of their calls", () => {
    const judge = judgeOf(proofPath(detection));
    for (const { service, calls, of: thing, accounts = ["444444444444"] } of watches)
      for (const call of Object.keys(calls))
        for (const field of thing?.fields ?? ["none"])
          for (const [names, account] of [
            [thing?.names ?? (thing === undefined ? ["x"] : []), accounts[0]],
            [thing?.arns ?? [], "444444444444"],
          ] as const)
            for (const name of names)
              expect([
                call,
                name,
                ...judge(
                  roleCall(service, call.replace("*", "x"), {
                    requestParameters: { [field]: name.replaceAll("*", "x") },
                    recipientAccountId: account,
                  }),
                ),
              ]).toEqual([call, name, true, true]);
  });
});

describe("the catalogue", () => {
  it("bans a pattern of its own from what would blind us: each is a watch, or a finding of GuardDuty", () => {
    const blinding = DETECTIONS.filter(({ set }) => set === "blinding");
    expect(blinding.filter(({ path }) => path.kind === "metric" && !("watches" in path)).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it("names every detection once, and none like a set", () => {
    expect(new Set(DETECTION_IDS).size).toBe(DETECTION_IDS.length);
    expect(DETECTION_IDS.filter((id) => id in DETECTION_SETS)).toEqual([]);
  });

  it("has something in every set", () => {
    expect(new Set(DETECTIONS.map(({ set }) => set))).toEqual(new Set(Object.keys(DETECTION_SETS)));
  });

  it("keeps what scanners compare as a record, but for the use of root", () => {
    const loud = DETECTIONS.filter(({ set, severity }) => set === "cis" && severity !== "record");
    expect(loud.map(({ id }) => id)).toEqual(["cis-cloudwatch-1"]);
  });
});
