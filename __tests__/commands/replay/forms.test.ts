import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { DETECTION_PROOF_SETTINGS } from "../../../catalogue/detection";
import { DETECTIONS } from "../../../catalogue/detections";
import { preparedPath, type PreparedDetection } from "../../../catalogue/alerts/prepare";
import { report } from "../../../commands/replay";
import { Judges } from "../../../commands/replay/judges";
import { asText } from "../../../commands/replay/report";
import { PLACES } from "./places";
import { capitalized, CREATE_KEY, FINDING, FORMS, JSON_TEXT } from "./forms";
import { STRANGE } from "./strange";

// The forms in which people have events at hand: each holds the same root call, and it must fire in each.

const detections = DETECTIONS.flatMap((detection): PreparedDetection[] => {
  const path = preparedPath(detection.path, DETECTION_PROOF_SETTINGS, []);
  return path === undefined ? [] : [{ ...detection, path, threshold: 1 }];
});
const judges = new Judges(detections, PLACES);

const folder = mkdtempSync(join(tmpdir(), "replay-forms-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const write = (content: string | Buffer, name = "events"): string => {
  const path = join(folder, `${++files}-${name}`);
  writeFileSync(path, content);
  return path;
};

const judged = async (...contents: readonly (string | Buffer)[]) => {
  const found = await report(
    contents.map((content) => write(content)),
    judges,
  );
  return { ...found, ids: [...found.tally.fired.keys()].map(({ id }) => id), text: asText(found) };
};

test.each(FORMS)("%s is read, and the call fires", async (_name, content) => {
  const { ids, problems, tally } = await judged(content);
  expect(problems.examples).toEqual([]);
  expect(tally.events).toBeGreaterThan(0);
  expect(ids).toContain("root-credential-created");
  expect(ids).toContain("root-api-call");
});

test.each([
  ["one finding", JSON.stringify(capitalized(FINDING["detail"]))],
  ["get-findings", JSON.stringify({ Findings: [capitalized(FINDING["detail"])] })],
  ["an export of findings to S3", `${JSON.stringify(FINDING["detail"])}\n${JSON.stringify(FINDING["detail"])}\n`],
])("%s of GuardDuty is read", async (_name, content) => {
  const { ids, problems } = await judged(content);
  expect(problems.examples).toEqual([]);
  expect(ids).toEqual(["guardduty-root-credential-usage"]);
});

test.each(STRANGE)("%s is no comfort", async (_name, content, says) => {
  const { text, tally, problems } = await judged(content);
  expect(tally.events).toBe(0);
  expect(problems.examples.join("\n")).toMatch(says);
  expect(text).not.toContain("Nothing that root did went uncaught.");
  expect(text).toContain("No event was read, so nothing is said about root.");
});

test("what is understood is judged beside what is not, and the trouble comes first", async () => {
  const { ids, text } = await judged(JSON.stringify({ Records: [CREATE_KEY, { hello: 1 }] }));
  expect(ids).toContain("root-credential-created");
  expect(text).toMatch(/^Not read or not understood: 1 record, 0 files\./);
});

test("events without root are a comfort only where everything was read", async () => {
  const harmless = JSON.stringify({ ...CREATE_KEY, userIdentity: { type: "IAMUser" }, eventName: "ListKeys" });
  expect((await judged(harmless)).text).toContain("Nothing that root did went uncaught.");
  expect((await judged(harmless, "")).text).toContain("What was not read may hold others.");
});

/** A folder of its own with these files. */
const folderWith = (contents: Readonly<Record<string, string | Buffer>>): string => {
  const path = mkdtempSync(join(folder, "folder-"));
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
};

test.each([
  ["empty", {}],
  ["with files that hold no events", { ".hidden": "", "CloudTrail-Digest/a.json.gz": "", "aws-logs-write-test": "" }],
])("a folder that is %s is a problem", async (_name, contents) => {
  const found = await report([folderWith(contents)], judges);
  expect(found.problems.examples).toEqual([expect.stringMatching(/: a folder must hold files with events, got none$/)]);
});

test("a folder is read whatever its files are called, and what is no log is named", async () => {
  const { tally, problems } = await report(
    [
      folderWith({
        "stream/000000.gz": gzipSync(`2026-01-15T10:00:00.000Z ${JSON_TEXT}\n`),
        "notes.txt": "Read me.\n",
      }),
    ],
    judges,
  );
  expect(tally.events).toBe(1);
  expect(problems.examples).toEqual([expect.stringMatching(/notes\.txt: a file must begin with JSON/)]);
});

const INSIGHTS = [[{ field: "@message", value: JSON_TEXT }]];

test.each([
  ["lookup-events", { Events: [{ CloudTrailEvent: JSON_TEXT }], NextToken: "x" }, /token for the next/],
  ["filter-log-events", { events: [{ timestamp: 1, message: JSON_TEXT }], nextToken: "x" }, /token for the next/],
  ["a query that runs", { status: "Running", results: INSIGHTS }, /must be complete/],
  ["a query with a limit", { status: "Complete", results: INSIGHTS, statistics: { recordsMatched: 2 } }, /got fewer/],
])("a part of %s is judged, and no comfort", async (_name, answer, says) => {
  const { tally, problems } = await judged(JSON.stringify(answer));
  expect(tally.events).toBe(1);
  expect(problems.examples.join()).toMatch(says);
});

test("a whole answer is no part of one", async () => {
  const { problems } = await judged(
    JSON.stringify({ status: "Complete", results: INSIGHTS, statistics: { recordsMatched: 1 } }),
    JSON.stringify({ Events: [{ CloudTrailEvent: JSON_TEXT }], NextToken: null }),
  );
  expect(problems.examples).toEqual([]);
});

test("an event that is wrapped too often is refused, not followed", async () => {
  let text = JSON_TEXT;
  for (let depth = 0; depth < 12; depth += 1) text = JSON.stringify({ Body: text });
  expect((await judged(text)).problems.examples.join()).toMatch(/wrapped at most 8 times/);
});
