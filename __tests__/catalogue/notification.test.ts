import type { Detection } from "../../catalogue/detection";
import { DETECTIONS } from "../../catalogue/detections";
import { notification } from "../../catalogue/notification";

/** EventBridge API Reference, InputTransformer: characters of a template, and variables. */
const TEMPLATE_CHARACTERS = 8192;
const VARIABLES = 100;

const RUNBOOKS = "docs/runbooks";

const cases = (DETECTIONS as readonly Detection[]).flatMap((entry) =>
  entry.path.kind === "metric" ? [] : [[entry.id, entry, entry.path.kind] as const],
);

/** The value at a path such as `$.detail.type`, or nothing. */
const read = (event: unknown, path: string): unknown =>
  path
    .split(".")
    .slice(1)
    .reduce((value: unknown, key) => (value as Record<string, unknown> | undefined)?.[key], event);

/** What EventBridge sends: each variable in its place, and an empty text where there is no value. */
const sent = ({ inputPaths, inputTemplate }: ReturnType<typeof notification>, event: unknown): string =>
  inputTemplate.replace(/<(\w+)>/g, (_all, name: string) => {
    const value = read(event, inputPaths[name] ?? "") ?? "";
    return typeof value === "string" ? value : JSON.stringify(value);
  });

interface Message {
  readonly version: string;
  readonly source: string;
  readonly content: { readonly title: string; readonly description: string; readonly nextSteps: readonly string[] };
  readonly metadata: { readonly additionalContext: Readonly<Record<string, string>> };
}

describe.each(cases)("the message of %s", (_id, entry, kind) => {
  const text = notification(entry, kind, RUNBOOKS);

  test("fits, and names only variables that it defines", () => {
    expect(text.inputTemplate.length).toBeLessThanOrEqual(TEMPLATE_CHARACTERS);
    expect(Object.keys(text.inputPaths).length).toBeLessThanOrEqual(VARIABLES);
    const used = [...text.inputTemplate.matchAll(/<([^<>]+)>/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(text.inputPaths).sort());
  });

  test.each(entry.fires.map((event, index) => [index, event] as const))(
    "is JSON that chat channels take, on event %i",
    (_index, event) => {
      const message = JSON.parse(sent(text, event)) as Message;
      expect(message).toMatchObject({ version: "1.0", source: "custom" });
      expect(message.content.title).toBe(`[${entry.severity}] ${entry.title}`);
      expect(message.content.nextSteps).toEqual([...entry.response, `Runbook: ${RUNBOOKS}/${entry.severity}.md`]);
      const { account, region, time, event: what } = message.metadata.additionalContext;
      expect(account).toMatch(/^\d{12}$/);
      expect(region).toMatch(/^[a-z]{2}-[a-z]+-\d$/);
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect(what).toMatch(/^\S+$/);
      expect(message.content.description).toContain(`in account ${account}, ${region}, at ${time}`);
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
