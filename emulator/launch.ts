import { basename, dirname, join } from "node:path";
import type { Runtime } from "./python";

export interface Launch {
  readonly emulatorFolder: string;
  readonly seedFile: string;
  /** 0 takes any free port; Docker has to know it beforehand. */
  readonly port: number;
  readonly serverArguments: readonly string[];
}

/** The command line that starts server.py on this runtime. */
export function launchCommand(runtime: Runtime, launch: Launch): [string, ...string[]] {
  const { emulatorFolder, seedFile, port, serverArguments } = launch;
  if (runtime.kind === "python")
    return [
      runtime.interpreter,
      join(emulatorFolder, "server.py"),
      "--seed",
      seedFile,
      "--port",
      `${port}`,
      ...serverArguments,
    ];
  const mounts = ["-v", `${emulatorFolder}:/emulator:ro`, "-v", `${dirname(seedFile)}:/seed:ro`];
  const container = ["-p", `127.0.0.1:${port}:${port}`, ...mounts, "--entrypoint", "python", runtime.image];
  const server = ["/emulator/server.py", "--host", "0.0.0.0", "--port", `${port}`, "--seed"];
  return ["docker", "run", "--rm", "-i", ...container, ...server, `/seed/${basename(seedFile)}`, ...serverArguments];
}
