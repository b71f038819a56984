import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createGunzip, createGzip } from "node:zlib";
import type { Event } from "../catalogue/detection";
import { DETECTIONS } from "../catalogue/detections/index";
import { configuredJudges, report } from "../commands/replay";
import { seconds, times, type Topic, verdict } from "./report";
import { median } from "./rounds";

/** Records in each file, as many as a busy account delivers in five minutes, and how many such files are read. */
const RECORDS = 20_000;
const FILES = 3;

/** What the ratio must stay under: reading and judging against reading alone. */
const LIMIT = 3;

const samples: readonly Event[] = DETECTIONS.flatMap(({ path, fires, ignores }) =>
  path.kind === "metric" ? [...fires, ...ignores] : [],
);

/** A record as long as a real one is, told apart from the others. */
const sample = (index: number): string =>
  JSON.stringify({
    ...samples[index % samples.length],
    requestID: `${index}`.padStart(36, "0"),
    eventID: `${index * 7}`.padStart(36, "0"),
    tlsDetails: {
      tlsVersion: "TLSv1.3",
      cipherSuite: "TLS_AES_128_GCM_SHA256",
      clientProvidedHostHeader: "example.com",
    },
    resources: [{ accountId: "444444444444", type: "AWS::S3::Bucket", ARN: `arn:aws:s3:::example-${index}` }],
  });

async function writeLog(path: string): Promise<void> {
  const gzip = createGzip();
  const file = gzip.pipe(createWriteStream(path));
  gzip.write('{"Records":[');
  for (let index = 0; index < RECORDS; index += 1) {
    const more = gzip.write(`${index === 0 ? "" : ","}${sample(index)}`);
    if (!more) await once(gzip, "drain");
  }
  gzip.end("]}");
  await once(file, "finish");
}

/** Only what cannot be left out: decompress and parse. */
async function readOnly(path: string): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path).pipe(createGunzip())) chunks.push(chunk as Buffer);
  return (JSON.parse(Buffer.concat(chunks).toString()) as { Records: unknown[] }).Records.length;
}

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};

/** Replay of log files beside only decompressing and parsing the same files. */
export async function replayAgainstParsing(rounds: number, workDir: string): Promise<Topic> {
  const folder = mkdtempSync(join(workDir, "replay-"));
  const files = Array.from({ length: FILES }, (_, index) => join(folder, `${index}.json.gz`));
  for (const file of files) await writeLog(file);
  const judges = configuredJudges();
  const parse = async () => {
    for (const file of files) await readOnly(file);
  };
  const measured: (readonly [parsing: number, replaying: number])[] = [];
  for (let round = 0; round < rounds; round += 1)
    measured.push([await elapsed(parse), await elapsed(() => report(files, judges))]);
  rmSync(folder, { recursive: true });

  const ratio = median(measured.map(([parsing, replaying]) => replaying / parsing));
  const cell = (index: 0 | 1) => seconds(median(measured.map((times) => times[index])));
  return {
    id: "replay",
    title: "Replay of log files against decompressing and parsing them",
    columns: ["Events", "Decompress and parse", "Replay", "Ratio", "Target", "Verdict"],
    rows: [[`${RECORDS * FILES}`, cell(0), cell(1), times(ratio), `under ${times(LIMIT)}`, verdict(ratio < LIMIT)]],
    notes: [
      `${FILES} CloudTrail files of ${RECORDS} records, judged by the detections of the example, in turn, ${rounds} rounds: medians, and the median of the rounds' ratios.`,
    ],
    met: ratio < LIMIT,
  };
}
