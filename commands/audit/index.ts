import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { existsSync } from "node:fs";
import { blueprintOf, loadConfig, namedConfig, type Baseline } from "../../config";
import { listAccounts } from "../../organization/accounts";
import { rootSessions } from "../../root-sessions";
import { readAuditRecord, type AuditRecord } from "../../root-sessions/audit-record";
import { READS } from "../../root-sessions/audit/in-session";
import { audit as auditAll, outstanding } from "../../root-sessions/audit/run";
import { writeRecord } from "../../root-sessions/record-file";
import { isClean } from "../../root-sessions/remaining";
import type { Asked } from "../contract/arguments";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import { printJson } from "../output/json";
import { announcement, expectedAlerts } from "../root-alerts";
import { Progress } from "../session/progress";
import { stopping } from "../session/stopping";
import { auditCsv } from "./csv";
import { OPTIONS, USUAL_RATE } from "./options";
import { auditJson, auditText } from "./report";

type Options = Asked<typeof OPTIONS>["options"];

const DAY_MS = 86_400_000;

/** The audit that is taken up. Evidence of two days is no evidence of one. */
function resumedFrom(file: string | undefined, { organization }: Baseline): AuditRecord | undefined {
  if (file === undefined) return undefined;
  const record = readAuditRecord(file);
  if (record.organization !== organization.id)
    mistake(file, `be an audit of ${organization.id} (organization.id)`, record.organization);
  if (Date.now() - Date.parse(record.begun) > DAY_MS) mistake(file, "be begun within the last 24 hours", record.begun);
  return record;
}

/** Where the result goes. What is there already is not lost. */
function newFile(named: string | undefined): string {
  const file = named ?? `root-audit-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}Z.json`;
  if (existsSync(file)) mistake("--out", "be a file that is not there yet", file);
  return file;
}

function print(file: string, record: AuditRecord, { json, csv }: Options): void {
  if (json) printJson(auditJson(file, record));
  else console.log(csv ? auditCsv(record) : auditText(record));
}

async function run({ options }: Asked<typeof OPTIONS>): Promise<ExitCode> {
  const { "read-role": readRole, reason = "audit" } = options;
  const baseline = loadConfig(options.config ?? namedConfig());
  const resumed = resumedFrom(options.resume, baseline);
  const sessions = await rootSessions(baseline, { task: "audit", reason });
  const accounts = await listAccounts(new OrganizationsClient(sessions.own));
  const managementAccount = baseline.accounts.management.id;
  const perMinute = Number(options.rate ?? USUAL_RATE);
  const toOpen = outstanding({ accounts, resumed }).filter(
    ({ id, status }) => id !== managementAccount && status === "ACTIVE",
  );
  const file = options.resume ?? newFile(options.out);
  const progress = new Progress();
  const stop = stopping((line) => progress.line(line));
  try {
    if (readRole === undefined && toOpen.length > 0) await sessions.check();
    const doing = { task: "audit", calls: READS.map((call) => `iam:${call}`) } as const;
    const alerts = toOpen
      .slice(0, 1)
      .flatMap(({ id }) => expectedAlerts(blueprintOf(baseline), sessions.caller, { ...doing, account: id }));
    if (readRole !== undefined) progress.line(`Asks the role ${readRole} first. Where it does not answer:`);
    progress.line(announcement(toOpen.length, alerts, perMinute));
    const record = await auditAll({
      organization: baseline.organization.id,
      ...{ managementAccount, sessions, reason, accounts, readRole, perMinute, resumed, signal: stop.signal },
      tell: (_row, soFar) => {
        writeRecord(file, soFar);
        progress.count("", `${soFar.accounts.length} of ${accounts.length} accounts`);
      },
    });
    writeRecord(file, record);
    progress.end();
    print(file, record, options);
    if (record.ended === null) mistake("the audit", `be taken up: --resume ${file}`, "an interruption");
    console.error(`written: ${file}`);
    return isClean(record) ? 0 : 2;
  } finally {
    stop.end();
    progress.end();
  }
}

export const audit = command({
  name: "audit",
  summary: "which root credentials are left, account by account",
  about: [
    "Looks at the root user of every account: password, access keys and their last use, signing certificates, MFA devices, last activity. Opens one root session an account, for the task audit, through its break-glass role. The management account's root user is read with credentials of that account, or by --read-role. Removes nothing.",
    "A root session is a root call: before the first one it says which alerts they will raise. Run it with credentials that enter the break-glass role, and that may call organizations:DescribeOrganization and organizations:ListAccounts.",
    "The result is a dated file, readable by its owner alone, written after every account: after Ctrl-C --resume goes on with it. An account that refuses is a row with the reason.",
  ],
  options: OPTIONS,
  exitCodes: {
    0: "no member has root credentials left, and the management account's root user has MFA and no key",
    1: "a mistake in what was asked or configured, a failure, or an interruption",
    2: "credentials are left, the management account's root user is in danger, or an account could not be looked at",
  },
  run,
});
