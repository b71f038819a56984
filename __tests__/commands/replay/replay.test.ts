import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Event } from "../../../catalogue/detection";
import { DETECTION_PROOF_SETTINGS } from "../../../catalogue/detection";
import { DETECTIONS } from "../../../catalogue/detections";
import { preparedPath, type PreparedDetection } from "../../../catalogue/alerts/prepare";
import {
  findingEnvelope,
  MANAGEMENT_ROOT_IDENTITY,
  ROOT_API_CALL,
  ROOT_SIGN_IN,
  USER_SIGN_IN,
} from "../../../catalogue/detections/sample-events";
import { rootByService } from "../../../catalogue/detections/sample-calls";
import { judgeOf } from "../../../catalogue/alerts/detection-judge";
import { replay, report } from "../../../commands/replay";
import { Judges } from "../../../commands/replay/judges";
import { asJson, asText } from "../../../commands/replay/report";
import { PLACES } from "./places";

const detections = DETECTIONS.flatMap((detection): PreparedDetection[] => {
  const path = preparedPath(detection.path, DETECTION_PROOF_SETTINGS, []);
  return path === undefined ? [] : [{ ...detection, path, threshold: 1 }];
});

const judges = new Judges(detections, PLACES);

const idsOf = (event: Event): readonly string[] => judges.of(event).map(({ id }) => id);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replay-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const firedIn = async (path: string): Promise<readonly (readonly [string, number])[]> =>
  [...(await report([path], judges)).tally.fired].map(([{ id }, { count }]) => [id, count] as const);

describe("judges of a replay", () => {
  it.each(DETECTIONS.filter(({ path }) => path.kind === "metric").map((each) => [each.id, each] as const))(
    "miss nothing of %s by not asking everybody",
    (_id, { fires, ignores }) => {
      for (const event of [...fires, ...ignores]) {
        const asked = detections.filter(({ path }) => path.kind === "metric" && judgeOf(path)(event).includes(true));
        expect(idsOf(event)).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
      }
    },
  );

  it("see a sign-in of the management account's root user as the rule sees it", () => {
    const atHome = { ...ROOT_SIGN_IN, userIdentity: MANAGEMENT_ROOT_IDENTITY, recipientAccountId: "111111111111" };
    expect(idsOf(atHome)).toContain("management-root-console-login");
    expect(idsOf(ROOT_SIGN_IN)).not.toContain("management-root-console-login");
    expect(idsOf({ ...atHome, awsRegion: "eu-west-1" })).not.toContain("management-root-console-login");
  });

  it("read findings with and without their envelope", () => {
    const envelope = findingEnvelope("Policy:IAMUser/RootCredentialUsage", 2);
    expect(idsOf(envelope)).toEqual(["guardduty-root-credential-usage"]);
    expect(idsOf(envelope["detail"] as Event)).toEqual(["guardduty-root-credential-usage"]);
  });
});

describe("replay", () => {
  it.each([
    ["a log file", "a.json", JSON.stringify({ Records: [ROOT_SIGN_IN, USER_SIGN_IN] })],
    ["a compressed log file", "a.json.gz", gzipSync(JSON.stringify({ Records: [ROOT_SIGN_IN, USER_SIGN_IN] }))],
    ["a compressed log file without its name", "a", gzipSync(JSON.stringify({ Records: [ROOT_SIGN_IN] }))],
    ["lines", "a.ndjson", `${JSON.stringify(ROOT_SIGN_IN)}\n${JSON.stringify(USER_SIGN_IN)}\n`],
    ["a single event", "a.json", JSON.stringify(ROOT_SIGN_IN, null, 2)],
  ])("reads %s", async (_name, file, content) => {
    expect(await firedIn(write(file, content))).toEqual([
      ["root-console-login", 1],
      ["cis-cloudwatch-1", 1],
    ]);
  });

  it("reads a folder to its depth, without digests", async () => {
    mkdirSync(join(folder, "AWSLogs", "CloudTrail-Digest"), { recursive: true });
    write("AWSLogs/a.json.gz", gzipSync(JSON.stringify({ Records: [ROOT_SIGN_IN] })));
    write("b.json", JSON.stringify(ROOT_SIGN_IN));
    write("AWSLogs/CloudTrail-Digest/c.json", JSON.stringify(ROOT_SIGN_IN));
    write("notes.txt", "{");
    expect(await firedIn(folder)).toEqual([
      ["root-console-login", 2],
      ["cis-cloudwatch-1", 2],
    ]);
  });

  it("tells how often, first and last, with an example", async () => {
    const later = { ...ROOT_SIGN_IN, eventTime: "2026-02-01T00:00:00Z" };
    const path = write("a.json", JSON.stringify({ Records: [later, ROOT_SIGN_IN] }));
    const text = asText(await report([path], judges));
    expect(text).toContain("2 × [critical] Root user signed in to the console (root-console-login)");
    expect(text).toContain("from 2026-01-15T09:24:34Z to 2026-02-01T00:00:00Z");
    expect(text).toContain("ConsoleLogin by arn:aws:iam::444444444444:root in 444444444444, us-east-1");
  });

  it("shows what root did that nothing caught", async () => {
    const path = write("a.json", JSON.stringify(rootByService(ROOT_API_CALL, "backup.amazonaws.com")));
    const only = new Judges(
      detections.filter(({ id }) => id.startsWith("root-")),
      PLACES,
    );
    const found = await report([path], only);
    expect([...found.tally.uncaught.keys()]).toEqual(["s3.amazonaws.com DeleteBucketPolicy by backup.amazonaws.com"]);
    expect(asText(found)).toContain("What root did that no detection of this configuration caught:");
    expect(asJson(found)).toMatchObject({ events: 1, fired: [], uncaughtRoot: [{ count: 1 }] });
  });

  it("goes on past what is broken, and counts it", async () => {
    const good = JSON.stringify(ROOT_SIGN_IN);
    const path = write("a.ndjson", `${good}\n{"broken":\n${good}\nno json\n${good}\n`);
    write("cut.json.gz", gzipSync(JSON.stringify({ Records: [ROOT_SIGN_IN] })).subarray(0, 60));
    const found = await report([path, join(folder, "cut.json.gz"), join(folder, "missing.json")], judges);
    expect([...found.tally.fired.values()].map(({ count }) => count)).toEqual([3, 3]);
    expect(found.problems.broken).toBe(2);
    expect(found.problems.unreadable).toBe(2);
    expect(asText(found)).toMatch(/^Not read or not understood: 2 records, 2 files\. Such as:/);
  });

  it("says what root did that is only recorded", async () => {
    const path = write("a.json", JSON.stringify(ROOT_SIGN_IN));
    const recorded = detections.filter(({ id }) => id === "cis-cloudwatch-1");
    expect(recorded).toHaveLength(1);
    const found = await report(
      [path],
      new Judges(
        recorded.map((each) => ({ ...each, severity: "record" })),
        PLACES,
      ),
    );
    expect([...found.tally.onlyRecorded.keys()]).toEqual(["signin.amazonaws.com ConsoleLogin"]);
    expect(found.tally.uncaught.size).toBe(0);
    expect(asText(found)).toContain("What root did that is only recorded, so that nobody is told:");
  });

  it("names what is no event, and takes a record of Insights for one", async () => {
    const insight = { eventVersion: "1.09", eventType: "AwsCloudTrailInsight", insightDetails: { state: "Start" } };
    const path = write("a.json", JSON.stringify({ Records: [{ name: "package" }, insight, ROOT_SIGN_IN] }));
    const found = await report([path], judges);
    expect([found.tally.events, found.problems.broken]).toEqual([2, 1]);
    expect(found.problems.examples[0]).toContain(
      "must be a record of CloudTrail, an event of EventBridge, a finding of GuardDuty",
    );
  });

  describe("ends with", () => {
    const rootByBackup = rootByService(ROOT_API_CALL, "backup.amazonaws.com");
    const run = async (...contents: readonly (string | Buffer)[]) => {
      jest.spyOn(console, "log").mockImplementation(() => undefined);
      return replay.run(contents.map((content, index) => write(`${index}.json`, content)));
    };
    afterEach(() => jest.restoreAllMocks());

    it("0 where everything was read and root did nothing unheard", async () => {
      expect(await run(JSON.stringify(ROOT_SIGN_IN), JSON.stringify(USER_SIGN_IN))).toBe(0);
    });

    it("1 where something was not read", async () => {
      expect(await run(JSON.stringify(USER_SIGN_IN), "")).toBe(1);
      expect(await run(JSON.stringify(USER_SIGN_IN), "no json")).toBe(1);
    });

    it("2 where root did what nobody is told of, whatever else was not read", async () => {
      expect(await run(JSON.stringify(rootByBackup))).toBe(2);
      expect(await run(JSON.stringify(rootByBackup), "")).toBe(2);
    });

    it("a mistake where no event was read at all", async () => {
      await expect(run("")).rejects.toThrow(
        /must hold at least one event that can be read, got .*a file must hold events, got nothing/,
      );
      await expect(run(JSON.stringify({ Records: [] }))).rejects.toThrow(
        /must hold at least one event .*, got nothing$/,
      );
    });
  });
});
