import { once } from "node:events";
import { connect } from "node:net";

/** An HTTP answer as it came over the wire. */
export interface RawAnswer {
  readonly text: string;
  /** Reads that it took: more than one where the server sent it piece by piece. */
  readonly pieces: number;
}

/** Sends one request over a connection of its own, and reads until the server closes it. */
export async function rawCall(endpoint: string, head: readonly string[], body: string): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(endpoint);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const pieces: Buffer[] = [];
  socket.on("data", (piece) => pieces.push(piece));
  const headers = [...head, `Host: ${host}`, `Content-Length: ${Buffer.byteLength(body)}`];
  socket.write(`${headers.join("\r\n")}\r\n\r\n${body}`);
  await once(socket, "close");
  return { text: Buffer.concat(pieces).toString("utf8"), pieces: pieces.length };
}
