import { DETECTIONS } from "../../catalogue/detections";
import {
  ALARM_DESCRIPTION_LENGTH,
  alarmDescription,
  INPUT_TEMPLATE_LENGTH,
  notification,
} from "../../catalogue/notification";

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

/** The template with facts in place of its variables, as EventBridge sends it. */
const sent = (template: string, facts: Readonly<Record<string, string>>): string =>
  template.replace(/<(\w+)>/g, (_all, name: string) => facts[name] ?? "");

const FACTS = {
  account: "444444444444",
  region: "eu-west-1",
  time: "2026-01-15T09:24:34Z",
  principal: "arn:aws:iam::444444444444:root",
  event: "ConsoleLogin",
};

describe.each(DETECTIONS.filter(({ path }) => path.kind !== "metric").map((each) => [each.id, each] as const))(
  "message of %s",
  (_id, detection) => {
    const kind = detection.path.kind === "event" ? "event" : "finding";
    const { inputPaths, inputTemplate } = notification(detection, kind, RUNBOOKS);

    it("follows the schema that chat channels read", () => {
      const message: unknown = JSON.parse(sent(inputTemplate, FACTS));
      for (const path of SCHEMA.required) expect(at(message, path)).toMatch(/\S/);
      for (const [path, known] of Object.entries(SCHEMA.known))
        expect(Object.keys(at(message, path) as Message).filter((key) => !known.includes(key))).toEqual([]);
      expect(message).toMatchObject({ version: "1.0", source: "custom" });
    });

    it("tells people account, Region, principal, event, time and runbook", () => {
      const text = sent(inputTemplate, FACTS);
      for (const fact of Object.values(FACTS)) expect(text).toContain(fact);
      expect(text).toContain(`${RUNBOOKS}/${detection.severity}.md`);
    });

    it("is valid JSON where a fact is missing", () => {
      expect(typeof JSON.parse(sent(inputTemplate, {}))).toBe("object");
    });

    it("uses every variable that it reads, and reads every one that it uses", () => {
      const used = new Set(Array.from(inputTemplate.matchAll(/<(\w+)>/g), ([, name]) => name));
      expect([...used].sort()).toEqual(Object.keys(inputPaths).sort());
    });

    it("keeps within the length of a template", () => {
      expect(inputTemplate.length).toBeLessThanOrEqual(INPUT_TEMPLATE_LENGTH);
    });
  },
);

describe("description of an alarm", () => {
  it.each(DETECTIONS.map((detection) => [detection.id, detection] as const))("%s holds every step", (id, detection) => {
    const text = alarmDescription(detection, {
      runbook: `${RUNBOOKS}/${detection.severity}.md`,
      query: `a-name-of-24-characters-/${id}`,
    });
    for (const step of detection.response) expect(text).toContain(step);
    expect(text.length).toBeLessThan(ALARM_DESCRIPTION_LENGTH);
  });
});
