import type { Detection } from "../../../catalogue/detection";
import { DETECTIONS } from "../../../catalogue/detections/index";
import { apiCallEnvelope } from "../../../catalogue/detections/sample-events";
import { alarmDescription, kindOf, notification } from "../../../catalogue/alerts/notification";
import { ALARM_DESCRIPTION_LENGTH, INPUT_TEMPLATE_LENGTH, INPUT_TEMPLATE_VARIABLES } from "../../../catalogue/quotas";

const RUNBOOKS = "https://runbooks.example.com/aws/org-baseline";

/**
 * The custom-notification schema of Amazon Q Developer in chat applications: which fields there are, and which must be
 * there. Source: its administrator guide, "Custom notifications"; read 2026-11-22.
 */
const SCHEMA = {
  required: ["version", "source", "content.description"],
  known: {
    "": ["version", "source", "id", "content", "metadata"],
    content: ["textType", "title", "description", "nextSteps", "keywords"],
    metadata: ["threadId", "summary", "eventType", "relatedResources", "additionalContext"],
  },
};

type Message = Readonly<Record<string, unknown>>;

const at = (message: unknown, path: string): unknown =>
  path === ""
    ? message
    : path.split(".").reduce<unknown>((value, key) => (value as Message | undefined)?.[key], message);

/** The value at a path such as `$.detail.type`, or nothing. */
const read = (event: unknown, path: string): unknown => at(event, path.split(".").slice(1).join("."));

/** What EventBridge sends: each variable in its place, and an empty text where there is no value. */
const sent = ({ inputPaths, inputTemplate }: ReturnType<typeof notification>, event: unknown): string =>
  inputTemplate.replace(/<(\w+)>/g, (_all, name: string) => {
    const value = read(event, inputPaths[name] ?? "") ?? "";
    return typeof value === "string" ? value : JSON.stringify(value);
  });

interface Text {
  readonly content: { readonly title: string; readonly description: string; readonly nextSteps: readonly string[] };
  readonly metadata: { readonly additionalContext: Readonly<Record<string, string>> };
}

/** Everything that an event rule tells: what goes by events, and the rules beside a filter, whose events are calls. */
const cases = (DETECTIONS as readonly Detection[]).flatMap((entry) => {
  if (entry.path.kind !== "metric") return [[entry.id, entry, kindOf(entry.path)] as const];
  return entry.path.event === undefined
    ? []
    : [[entry.id, { ...entry, fires: entry.fires.map(apiCallEnvelope) }, "event"] as const];
});

/** Angle brackets name a variable. */
const bracketed = (steps: readonly string[]): readonly string[] =>
  steps.map((step) => step.replaceAll("<", "[").replaceAll(">", "]"));

describe.each(cases)("the message of %s", (_id, entry, kind) => {
  const text = notification(entry, kind, RUNBOOKS);

  test("fits, and uses every variable that it reads, and no other", () => {
    expect(text.inputTemplate.length).toBeLessThanOrEqual(INPUT_TEMPLATE_LENGTH);
    expect(Object.keys(text.inputPaths).length).toBeLessThanOrEqual(INPUT_TEMPLATE_VARIABLES);
    const used = [...text.inputTemplate.matchAll(/<([^<>]+)>/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(text.inputPaths).sort());
  });

  test("is valid JSON where every fact is missing", () => {
    expect(typeof JSON.parse(sent(text, {}))).toBe("object");
  });

  test.each(entry.fires.map((event, index) => [index, event] as const))(
    "follows the schema that chat channels read, and tells every fact, on event %i",
    (_index, event) => {
      const message = JSON.parse(sent(text, event)) as Message & Text;
      expect(message).toMatchObject({ version: "1.0", source: "custom" });
      for (const path of SCHEMA.required) expect(at(message, path)).toMatch(/\S/);
      for (const [path, known] of Object.entries(SCHEMA.known))
        expect(Object.keys(at(message, path) as Message).filter((key) => !known.includes(key))).toEqual([]);
      expect(message.content.title).toBe(`[${entry.severity}] ${entry.title}`);
      expect(message.content.nextSteps).toEqual([
        ...bracketed(entry.response),
        `Runbook: ${RUNBOOKS}/${entry.severity}.md`,
      ]);
      const { account, region, time, event: what, principal } = message.metadata.additionalContext;
      expect(account).toMatch(/^\d{12}$/);
      expect(region).toMatch(/^[a-z]{2}-[a-z]+-\d$/);
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect(what).toMatch(/^\S+$/);
      expect(message.content.description).toBe(`${what} by ${principal} in account ${account}, ${region}, at ${time}`);
    },
  );
});

test("a finding names the account that it is about, not the one that tells of it", () => {
  const [, entry] = cases.find(([, , kind]) => kind === "finding") ?? [];
  if (entry === undefined) throw new Error("the catalogue has a detection on findings");
  const [finding] = entry.fires;
  expect(read(finding, "$.account")).toBe("222222222222");
  expect(sent(notification(entry, "finding", RUNBOOKS), finding)).toContain('"account":"444444444444"');
});

describe("the description of an alarm", () => {
  const described = (detection: Detection) =>
    alarmDescription(detection, {
      runbook: `${RUNBOOKS}/${detection.severity}.md`,
      query: `a-name-of-24-characters-/${detection.id}`,
    });

  test.each(DETECTIONS.map((detection) => [detection.id, detection] as const))("%s holds every step", (_id, entry) => {
    const text = described(entry);
    expect(text.startsWith(`[${entry.severity}] `)).toBe(true);
    for (const step of entry.response) expect(text).toContain(step);
    expect(text.length).toBeLessThan(ALARM_DESCRIPTION_LENGTH);
  });

  test("is cut where AWS would refuse it", () => {
    const [entry] = DETECTIONS as readonly Detection[];
    if (entry === undefined) throw new Error("the catalogue has detections");
    expect(described({ ...entry, response: ["x".repeat(2000)] })).toHaveLength(ALARM_DESCRIPTION_LENGTH);
  });
});
