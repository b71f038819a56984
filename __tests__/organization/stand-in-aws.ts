import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What Organizations answers, by operation. A function gets the request. */
export type Answers = Readonly<Record<string, unknown>>;

/** An error that a service returns. */
export class ServiceError {
  constructor(
    readonly name: string,
    readonly message: string,
  ) {}
}

export interface StandIn {
  readonly env: Readonly<Record<string, string>>;
  /** Operations that were called, with the id that each named. */
  readonly calls: string[];
  readonly stop: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const identity = (account: string | ServiceError): readonly [number, string] =>
  account instanceof ServiceError
    ? [
        403,
        `<ErrorResponse><Error><Code>${account.name}</Code><Message>${account.message}</Message></Error></ErrorResponse>`,
      ]
    : [
        200,
        `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      ];

/** STS and Organizations on loopback: enough to be asked who answers, and what its tree looks like. */
export async function standIn(account: string | ServiceError, answers: Answers = {}): Promise<StandIn> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const operation = String(request.headers["x-amz-target"] ?? "").split(".")[1];
      if (operation === undefined) {
        const [status, text] = identity(account);
        response.writeHead(status, { "content-type": "text/xml" }).end(text);
        return;
      }
      const input = JSON.parse(body) as Readonly<Record<string, string>>;
      calls.push([operation, ...Object.values(input)].join(" "));
      const found = answers[operation];
      const answer: unknown = typeof found === "function" ? (found as (asked: typeof input) => unknown)(input) : found;
      const json = { "content-type": "application/x-amz-json-1.1" };
      if (answer instanceof ServiceError)
        response.writeHead(400, json).end(JSON.stringify({ __type: answer.name, message: answer.message }));
      else response.writeHead(200, json).end(JSON.stringify(answer ?? {}));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_SECRET_ACCESS_KEY: "example",
    },
    calls,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
