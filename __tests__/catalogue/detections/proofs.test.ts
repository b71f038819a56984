import { METRIC_LATENCY } from "../../../catalogue/detection";
import { DETECTION_SETS } from "../../../catalogue/detection-sets";
import { DETECTION_IDS, DETECTIONS } from "../../../catalogue/detections";
import { ALARM_NAME_LENGTH, EVENT_RULE_NAME_LENGTH } from "../../../catalogue/quotas";
import { SEVERITIES } from "../../../catalogue/severities";
import { unproven } from "../../../catalogue/detection-judge";
import { SENTENCES } from "../entries";
import { proofPath } from "./proof-path";

describe.each(DETECTIONS.map((detection) => [detection.id, detection] as const))("%s", (id, detection) => {
  it("has events on which it fires, and near misses on which it stays quiet", () => {
    expect(detection.fires.length).toBeGreaterThanOrEqual(2);
    expect(detection.ignores.length).toBeGreaterThanOrEqual(2);
  });

  it("fires and stays quiet as it says, under both readings", () => {
    expect(unproven(detection, proofPath(detection))).toEqual([]);
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

describe("the catalogue", () => {
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
