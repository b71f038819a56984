import { resolve } from "node:path";
import { pipelineEnvironment } from "../trial";

const STAND_INS = resolve(__dirname, "stand-ins");

/** What a job runs in: no credentials, and stand-ins for npm ci and for GitHub's CLI. */
export function jobEnvironment(): Record<string, string> {
  const env = pipelineEnvironment();
  return { ...env, PATH: `${STAND_INS}:${env["PATH"] ?? ""}` };
}
