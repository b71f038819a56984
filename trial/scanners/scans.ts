import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import shipped from "../../baseline.config";
import { PROWLER_BEYOND } from "../../catalogue/scanners/beyond";
import { passingChecks, PROWLER_BY_DESIGN, PROWLER_SCANS, type ScannedAccount } from "../../catalogue/scanners/prowler";
import { succeeded } from "../../terraform/command-failure";
import { CHECKOUT } from "../../terraform/stack-commands";
import type { Report } from "../progress";
import { scanPlans } from "./checkov";
import { contradictions } from "./judge";
import { scanAccount } from "./prowler";
import type { ScannedOrganization } from "./scanned-organization";
import { CHECKOV, PROWLER } from "./tools";

/** What a scanner looks at, once its tool is there. Returns what contradicts the pages. */
export interface Scan {
  readonly tool: typeof CHECKOV;
  readonly run: (
    python: string,
    organization: ScannedOrganization,
    folder: string,
    report: Report,
  ) => Promise<readonly string[]>;
}

const RECORD = join(CHECKOUT, "catalogue", "scanners", "prowler-run.json");

const roleIn = (account: ScannedAccount): string | undefined =>
  account === "management" ? undefined : `arn:aws:iam::${idOf(account)}:role/OrganizationAccountAccessRole`;

function idOf(account: ScannedAccount): string {
  const { id } = shipped.accounts[account] ?? {};
  if (id === undefined) throw new Error(`the shipped configuration must have an account ${account}, got none`);
  return id;
}

/** Deploys, and scans each account with Prowler. A scan that agrees with the pages is written down with its day. */
const scanDeployed: Scan["run"] = async (python, { emulator, deployment }, folder, report) => {
  report("deploying");
  succeeded("cdktf deploy", await deployment.deploy(["*"], ["--skip-synth"]));
  const problems: string[] = [];
  const accounts: Record<string, object> = {};
  for (const account of Object.keys(PROWLER_SCANS) as ScannedAccount[]) {
    report(`scanning ${account}`);
    const output = join(folder, account);
    mkdirSync(output);
    const scan = { services: PROWLER_SCANS[account], roleArn: roleIn(account), env: emulator.env, folder: output };
    const findings = await scanAccount(python, scan, report);
    const byDesign = PROWLER_BY_DESIGN.filter((excuse) => excuse.account === account);
    const excuses = [...byDesign, ...PROWLER_BEYOND[account]];
    problems.push(...contradictions(findings, { passes: passingChecks(account), excuses }));
    const passing = findings.filter(({ passes }) => passes).length;
    accounts[account] = { pass: passing, fail: findings.length - passing };
  }
  if (problems.length === 0) {
    const run = { version: PROWLER.version, day: new Date().toISOString().slice(0, 10), accounts };
    writeFileSync(RECORD, `${JSON.stringify(run, undefined, 2)}\n`);
  }
  return problems;
};

export const SCANS = {
  checkov: {
    tool: CHECKOV,
    run: (python, { deployment }, folder, report) => scanPlans(python, deployment, folder, report),
  },
  prowler: { tool: PROWLER, run: scanDeployed },
} satisfies Readonly<Record<string, Scan>>;
