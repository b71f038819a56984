import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGunzip, createGzip } from "node:zlib";
import type { Event } from "../catalogue/detection";
import { DETECTIONS } from "../catalogue/detections";
import { configuredJudges, report } from "./replay";

/** Records in each file, as many as a busy account delivers in five minutes, and how often the files are read. */
const RECORDS = 20_000;
const FILES = 3;
const ROUNDS = 5;

/** What the ratio must stay under: reading and judging against reading alone. */
const TARGET = 3;

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

async function inTurn(files: readonly string[]): Promise<void> {
  for (const file of files) await readOnly(file);
}

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Measures replay against decompressing and parsing the same files, one after the other in turn. */
export async function benchReplay(): Promise<{ readonly ratio: number; readonly text: string }> {
  const folder = mkdtempSync(join(tmpdir(), "bench-replay-"));
  try {
    const files = Array.from({ length: FILES }, (_, index) => join(folder, `${index}.json.gz`));
    for (const file of files) await writeLog(file);
    const judges = configuredJudges();
    const readings: number[] = [];
    const replays: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      readings.push(await milliseconds(() => inTurn(files)));
      replays.push(await milliseconds(() => report(files, judges)));
    }
    const ratio = median(replays) / median(readings);
    const events = RECORDS * FILES;
    const text = `${events} events: ${median(replays).toFixed(0)} ms to replay, ${median(readings).toFixed(0)} ms to decompress and parse, ratio ${ratio.toFixed(2)} (target: under ${TARGET})`;
    return { ratio, text };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (require.main === module)
  void benchReplay().then(({ ratio, text }) => {
    console.log(text);
    process.exitCode = ratio < TARGET ? 0 : 1;
  });
