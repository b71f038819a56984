import type { Detection } from "../../catalogue/detection";
import { DETECTIONS } from "../../catalogue/detections";
import { alarmDescription } from "../../catalogue/notification";
import { SEVERITIES } from "../../catalogue/severities";
import { SENTENCES } from "./entries";

const help = ({ id, severity }: Detection) => ({
  runbook: `docs/runbooks/${severity}.md`,
  query: `${"n".repeat(24)}/${id}`,
});

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

  test("has a description that tells every step and fits into an alarm", () => {
    const description = alarmDescription(entry, help(entry));
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
  expect(alarmDescription({ ...(entry as Detection), response: ["x".repeat(2000)] }, help(entry))).toHaveLength(1024);
});
