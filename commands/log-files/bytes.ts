import { once } from "node:events";
import { createReadStream } from "node:fs";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Large enough that what is done once a chunk costs nothing. */
const CHUNK = 256 * 1024;

const GZIP = Buffer.from([0x1f, 0x8b]);

/** The stream, through gunzip where its first bytes say that it is compressed: names lie, and the input has none. */
async function decompressed(stream: Readable): Promise<Readable> {
  await once(stream, "readable");
  const first = stream.read() as Buffer | null;
  if (first === null) return stream;
  stream.unshift(first);
  // What fails on the way fails the reader of the result, too.
  return first.subarray(0, 2).equals(GZIP)
    ? pipeline(stream, createGunzip({ chunkSize: CHUNK }), () => undefined)
    : stream;
}

/** The bytes of a file, or of the standard input for `-`. */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const stream = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  for await (const chunk of await decompressed(stream)) yield chunk as Buffer;
}
