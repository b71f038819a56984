import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request, type IncomingMessage } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { launchCommand } from "./launch";
import type { OrganizationSeed } from "./organization-seed";
import { findRuntime, type Runtime } from "./python";
import { withoutProxyToLoopback } from "../processes/environment";
import { dockerEnvironment, pythonEnvironment } from "./child-environment";

export interface EmulatorOptions {
  readonly seed: OrganizationSeed;
  /** Share of requests that are answered with an error before anything is done. @default 0 */
  readonly faultRate?: number;
  /** Same seed, same faults. @default 1 */
  readonly faultSeed?: number;
  /** Delay of every answer. @default 0 */
  readonly latencyMs?: number;
  /** Receives each line that the emulator logs. @default - the log is dropped */
  readonly log?: (line: string) => void;
  /** Hears of what takes long before the emulator starts: the first time, moto is installed. @default - nobody waits */
  readonly report?: (line: string) => void;
}

export interface Emulator {
  readonly endpoint: string;
  /** What Terraform and the SDKs need to work in the seeded management account, and nowhere else. */
  readonly env: Record<string, string>;
  setFaultRate(rate: number): Promise<void>;
  /** Whether calls from now on are recorded, and taken along the paths of alerts. Until it is called they are not. */
  carryAlerts(carried: boolean): Promise<void>;
  /** Whether all credentials have expired but those of root sessions, which live by themselves. */
  expireCredentials(expired: boolean): Promise<void>;
  /** Settles when the server is gone, whoever ended it, with what it logged last. */
  readonly ended: Promise<readonly string[]>;
  stop(): Promise<void>;
}

type ServerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

interface Ready {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Importing moto takes a second; a cold disk, a pulled image or a busy build agent take longer. */
const READY_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 5_000;
const KEPT_LOG_LINES = 20;

/** Starts a local AWS organization. It ends with `stop()`, and also when this process dies in any way. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const log = options.log ?? (() => undefined);
  const runtime = await findRuntime({ env: process.env, log, report: options.report });
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-seed-"));
  try {
    const server = await launch(runtime, options, folder);
    const kept = lastLines(server, log);
    const ended = new Promise<readonly string[]>((resolve) => server.once("close", () => resolve(kept)));
    const { endpoint, credentials } = await untilReady(server, kept);
    return {
      endpoint,
      env: environment(endpoint, credentials),
      setFaultRate: (rate) =>
        set(endpoint, "faults", { rate }, `fault rate must be at least 0 and below 1, got ${rate}`),
      carryAlerts: (carried) => set(endpoint, "alerts", { carried }, "alerts must be carried or not"),
      expireCredentials: (expired) => set(endpoint, "credentials", { expired }, "credentials must have expired or not"),
      ended,
      stop: () => stop(server),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function launch(runtime: Runtime, options: EmulatorOptions, folder: string): Promise<ServerProcess> {
  const seedFile = join(folder, "seed.json");
  writeFileSync(seedFile, JSON.stringify(options.seed));
  const [command, ...args] = launchCommand(runtime, {
    emulatorFolder: __dirname,
    seedFile,
    port: runtime.kind === "docker" ? await freePort() : 0,
    serverArguments: [
      ...["--fault-rate", `${options.faultRate ?? 0}`],
      ...["--fault-seed", `${options.faultSeed ?? 1}`],
      ...["--latency-ms", `${options.latencyMs ?? 0}`],
    ],
  });
  const env = runtime.kind === "python" ? pythonEnvironment(process.env) : dockerEnvironment(process.env);
  return spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], env });
}

/** What the server logged last, for the text of an error: the list grows and is cut while the server runs. */
function lastLines(server: ServerProcess, log: (line: string) => void): readonly string[] {
  const kept: string[] = [];
  createInterface(server.stderr).on("line", (line) => {
    kept.splice(0, kept.length - KEPT_LOG_LINES + 1);
    kept.push(line);
    log(line);
  });
  return kept;
}

/** The first line of stdout says that the server is up. */
async function untilReady(server: ServerProcess, kept: readonly string[]): Promise<Ready> {
  const timeout = AbortSignal.timeout(READY_TIMEOUT_MS);
  const line = once(createInterface(server.stdout), "line", { signal: timeout });
  const end = once(server, "close", { signal: timeout }).then(() => Promise.reject(new Error("it ended")));
  try {
    const [ready] = (await Promise.race([line, end])) as [string];
    return JSON.parse(ready) as Ready;
  } catch (problem) {
    server.kill("SIGKILL");
    throw new Error(["the emulator did not start; its last words:", ...kept].join("\n"), { cause: problem });
  } finally {
    end.catch(() => undefined);
    line.catch(() => undefined);
  }
}

function environment(endpoint: string, credentials: Ready["credentials"]): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    ...withoutProxyToLoopback(process.env),
  };
}

/** Changes a setting of the emulator while it runs. `refused` is said where it does not. */
async function set(endpoint: string, what: string, to: object, refused: string): Promise<void> {
  // An agent of its own: the common one may go through a proxy.
  const post = request(`${endpoint}/emulator/${what}`, {
    agent: new Agent(),
    method: "POST",
    headers: { "Content-Type": "application/json" },
  });
  post.end(JSON.stringify(to));
  const [answer] = (await once(post, "response")) as [IncomingMessage];
  const said = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`${refused}: ${said}`);
}

/** Closing stdin asks it to end, also inside a container; what does not listen is killed, by its own id. */
async function stop(server: ServerProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "close");
  const kill = setTimeout(() => server.kill("SIGKILL"), STOP_TIMEOUT_MS);
  server.stdin.end();
  await ended;
  clearTimeout(kill);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
