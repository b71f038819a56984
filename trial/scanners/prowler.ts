import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pythonEnvironment } from "../../emulator/child-environment";
import { runIn } from "../../processes/run";
import type { Report } from "../progress";
import { CHECKOUT } from "../../terraform/stack-commands";
import type { Finding } from "./judge";

/** What Prowler says of one check on one resource, as far as it is read here. Source: OCSF, detection finding. */
interface Detected {
  readonly metadata: { readonly event_code: string };
  readonly status_code: "PASS" | "FAIL" | "MANUAL";
  readonly resources: readonly { readonly name: string }[];
  readonly cloud: { readonly account: { readonly uid: string } };
}

/** Ends with 3 where a check fails, which is no failure of Prowler's. */
const SCANNED = [0, 3];

export interface AccountScan {
  readonly services: readonly string[];
  /** A role through which the account is reached. @default - it is the account of the credentials */
  readonly roleArn?: string | undefined;
  /** The emulator, and credentials of its management account. */
  readonly env: Readonly<Record<string, string>>;
  /** Where Prowler writes: a folder of its own. */
  readonly folder: string;
}

/** Scans an account. What a person has to look at himself is left out. */
export async function scanAccount(
  python: string,
  { services, roleArn, env, folder }: AccountScan,
  report: Report,
): Promise<readonly Finding[]> {
  const settings = join(CHECKOUT, "docs", "scanners", "prowler-config.yaml");
  // As a module: the script beside the interpreter names the folder in which the environment was made.
  const args = ["-m", "prowler", "aws", "--services", ...services, "-f", "us-east-1", "--config-file", settings];
  const role = roleArn === undefined ? [] : ["-R", roleArn];
  const output = ["-M", "json-ocsf", "-o", folder, "-F", "scan", "--no-banner", "--no-color"];
  const run = runIn({ ...pythonEnvironment(process.env), ...env, HOME: folder });
  const answer = await run(python, [...args, ...role, ...output], { line: report });
  if (!SCANNED.includes(answer.code)) throw new Error(`Prowler ended with ${answer.code}:\n${answer.output}`);
  const file = readdirSync(folder).find((name) => name.endsWith(".ocsf.json"));
  if (file === undefined) throw new Error(`Prowler must write what it found, got nothing:\n${answer.output}`);
  return findingsIn(readFileSync(join(folder, file), "utf8"));
}

export const findingsIn = (text: string): readonly Finding[] =>
  (JSON.parse(text) as readonly Detected[])
    .filter(({ status_code: status }) => status !== "MANUAL")
    .map(({ metadata, status_code: status, resources, cloud }) => ({
      check: metadata.event_code,
      resource: resources[0]?.name ?? "",
      account: cloud.account.uid,
      passes: status === "PASS",
    }));
