import type { Detection, Event } from "../../catalogue/detection";
import { DETECTION_IDS, DETECTIONS, detectionsBy } from "../../catalogue/detections";
import { alarmDescription } from "../../catalogue/notification";
import { SEVERITIES } from "../../catalogue/severities";
import { EVENT_PATTERN_MAX_CHARACTERS, matchesEventPattern, parseEventPattern } from "../../proofs/event-pattern";
import {
  FILTER_PATTERN_MAX_CHARACTERS,
  filterPatternReadings,
  matchesFilterPattern,
  parseFilterPattern,
} from "../../proofs/filter-pattern";
import { SENTENCES } from "./entries";

/** What a detection says of an event, once for each reading of what AWS leaves open. */
export function verdicts({ path }: Pick<Detection, "path">, event: Event): readonly boolean[] {
  if (path.kind !== "metric") return [matchesEventPattern(parseEventPattern(path.pattern), event)];
  const pattern = parseFilterPattern(path.pattern);
  return filterPatternReadings.map((reading) => matchesFilterPattern(pattern, event, reading));
}

const cases = DETECTIONS.map((entry) => [entry.id, entry as Detection] as const);

describe.each(cases)("%s", (id, entry) => {
  test("is named after what happened, has a severity, and says why and what to do", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(SEVERITIES).toContain(entry.severity);
    expect(entry.title).toMatch(/^[A-Z].{10,100}[^.]$/);
    expect(entry.rationale).toMatch(SENTENCES);
    expect(entry.response.length).toBeGreaterThanOrEqual(2);
    for (const step of entry.response) expect(step).toMatch(SENTENCES);
    expect(entry.latency).toMatch(/\S/);
    expect(entry.references.length).toBeGreaterThan(0);
  });

  test("has a proof in both directions", () => {
    expect(entry.fires.length).toBeGreaterThanOrEqual(2);
    expect(entry.ignores.length).toBeGreaterThanOrEqual(2);
  });

  test.each(entry.fires.map((event, index) => [index, event] as const))("fires on event %i", (_index, event) => {
    expect(verdicts(entry, event)).not.toContain(false);
  });

  test.each(entry.ignores.map((event, index) => [index, event] as const))("ignores near miss %i", (_index, event) => {
    expect(verdicts(entry, event)).not.toContain(true);
  });

  test("has a pattern that AWS takes", () => {
    const { path } = entry;
    if (path.kind === "metric") expect(path.pattern.length).toBeLessThanOrEqual(FILTER_PATTERN_MAX_CHARACTERS);
    else expect(JSON.stringify(path.pattern).length).toBeLessThanOrEqual(EVENT_PATTERN_MAX_CHARACTERS);
  });

  test("has a description that tells every step and fits into an alarm", () => {
    const description = alarmDescription(entry);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(description).toMatch(new RegExp(`^\\[${entry.severity}\\] `));
    for (const step of entry.response) expect(description).toContain(step);
  });

  test("has names that AWS takes under the longest name of a baseline", () => {
    // EventBridge API Reference, PutRule: 64 characters.
    if (entry.path.kind !== "metric") expect(`${"n".repeat(24)}-${id}-forward`.length).toBeLessThanOrEqual(64);
    expect(`${"n".repeat(24)}-${id}`.length).toBeLessThanOrEqual(255);
  });
});

test("an alarm's description is cut where AWS would refuse it", () => {
  const [entry] = DETECTIONS;
  if (entry === undefined) throw new Error("the catalogue has detections");
  expect(alarmDescription({ ...(entry as Detection), response: ["x".repeat(2000)] })).toHaveLength(1024);
});

test("ids are unique, and a path finds its own detections in the order of the catalogue", () => {
  expect(new Set(DETECTION_IDS).size).toBe(DETECTION_IDS.length);
  const kinds = (["metric", "event", "finding"] as const).map((kind) =>
    detectionsBy(DETECTION_IDS, kind).map(({ id }) => id),
  );
  expect(kinds).toEqual([
    ["root-console-login", "cis-cloudwatch-1"],
    ["management-root-console-login"],
    ["guardduty-root-credential-usage"],
  ]);
  expect(detectionsBy(["cis-cloudwatch-1"], "metric").map(({ id }) => id)).toEqual(["cis-cloudwatch-1"]);
  expect(detectionsBy([], "metric")).toEqual([]);
});

/**
 * Which detections fire on whose events: the first entry of a row are the events, the others who hears of them. A
 * metric filter reads bare records, a rule reads envelopes, so neither hears what the other reads.
 */
const HEARS: readonly (readonly [events: string, ...heardBy: readonly string[]])[] = [
  ["root-console-login", "root-console-login", "cis-cloudwatch-1"],
  ["management-root-console-login", "management-root-console-login"],
  // Of the three, one is a successful sign-in.
  ["cis-cloudwatch-1", "root-console-login in part", "cis-cloudwatch-1"],
  ["guardduty-root-credential-usage", "guardduty-root-credential-usage"],
];

test("every detection hears what the table says of every other's events, and no more", () => {
  const heard = DETECTIONS.map((source) => [
    source.id,
    ...(DETECTIONS as readonly Detection[]).flatMap((listener) => {
      const fired = (source as Detection).fires.map((event) => verdicts(listener, event).every(Boolean));
      if (fired.every(Boolean)) return [listener.id];
      return fired.some(Boolean) ? [`${listener.id} in part`] : [];
    }),
  ]);
  expect(heard).toEqual(HEARS);
});
