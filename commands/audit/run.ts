import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { blueprintOf, loadConfig, type Baseline } from "../../config";
import { listAccounts } from "../../organization/tree/accounts";
import { openInvitations } from "../../organization/tree/invitations";
import { isUnread, readingOf } from "../../organization/clients/reading";
import { rootSessions } from "../../root-sessions";
import { readAuditRecord, type AuditRecord } from "../../root-sessions/audit-record";
import { READ_CALLS } from "../../root-sessions/audit/in-session";
import { audit as auditAll, INTERRUPTED, outstanding } from "../../root-sessions/audit/run";
import { KeptRecord } from "../../root-sessions/kept-record";
import { isClean } from "../../root-sessions/remaining";
import type { Asked } from "../contract/arguments";
import type { ExitCode } from "../contract/exit-code";
import { Failure, mistake } from "../contract/mistake";
import { newFile } from "../contract/written-files";
import { printJson } from "../output/json";
import { announcement, expectedAlerts } from "../root-alerts";
import { Progress } from "../session/progress";
import { stopping } from "../session/stopping";
import { auditCsv } from "./csv";
import { USUAL_RATE, type OPTIONS } from "./options";
import { auditJson, auditText } from "./report";

type Options = Asked<typeof OPTIONS>["options"];

const DAY_MS = 86_400_000;

/** The audit that is taken up. Evidence of two days is no evidence of one. */
function resumedFrom(file: string | undefined, { organization }: Baseline): AuditRecord | undefined {
  if (file === undefined) return undefined;
  const record = readAuditRecord(file);
  if (record.organization !== organization.id)
    mistake(file, `be an audit of ${organization.id} (organization.id)`, record.organization);
  // A clock may differ by minutes, and what is begun tomorrow would never be too old.
  if (Math.abs(Date.now() - Date.parse(record.begun)) > DAY_MS)
    mistake(file, "be begun within the last 24 hours", record.begun);
  return record;
}

function print(file: string, record: AuditRecord, { json, csv }: Options): void {
  if (json) printJson(auditJson(file, record));
  else console.log(csv ? auditCsv(record) : auditText(record));
}

/** Ends an audit that did not come to its end. What it saw is written, and printed. */
function unfinished(stopped: string, file: string): never {
  if (stopped === INTERRUPTED) mistake("the audit", `be taken up: --resume ${file}`, stopped);
  throw new Failure(`${stopped}\nThe audit ended there. What was looked at is kept: --resume ${file} goes on with it.`);
}

/** Looks at the root user of every account, and writes down what it saw. */
export async function run({ options }: Asked<typeof OPTIONS>): Promise<ExitCode> {
  const { "read-role": readRole, reason = "audit" } = options;
  const baseline = loadConfig(options.config);
  const resumed = resumedFrom(options.resume, baseline);
  const file = options.resume ?? newFile(options.out, "root-audit");
  const sessions = await rootSessions(baseline, { task: "audit", reason });
  const accounts = await listAccounts(sessions.ownClient(OrganizationsClient));
  const invited = await readingOf(openInvitations(sessions.ownClient(OrganizationsClient)));
  const managementAccount = baseline.accounts.management.id;
  const perMinute = Number(options.rate ?? USUAL_RATE);
  const toOpen = outstanding({ accounts, resumed }).filter(
    ({ id, status }) => id !== managementAccount && status === "ACTIVE",
  );
  const kept = new KeptRecord(file);
  const progress = new Progress();
  const stop = stopping((line) => progress.line(line));
  try {
    if (readRole === undefined && toOpen.length > 0) await sessions.check();
    const doing = { task: "audit", calls: READ_CALLS } as const;
    const alerts = toOpen
      .slice(0, 1)
      .flatMap(({ id }) => expectedAlerts(blueprintOf(baseline), sessions.caller, { ...doing, account: id }));
    if (readRole !== undefined) progress.line(`Asks the role ${readRole} first. Where it does not answer:`);
    progress.line(announcement(toOpen.length, alerts, perMinute));
    if (isUnread(invited)) progress.line(`Accounts that were invited are not listed: ${invited.unread}`);
    const { record, stopped } = await auditAll({
      organization: baseline.organization.id,
      ...(isUnread(invited) ? {} : { invited: [...invited.value] }),
      ...{ managementAccount, sessions, reason, accounts, readRole, perMinute, resumed, signal: stop.signal },
      tell: (soFar) => {
        kept.tell(soFar);
        progress.count("", `${soFar.accounts.length} of ${accounts.length} accounts`);
      },
    });
    progress.end();
    // Printed first: what was seen is not lost where a disk is full.
    print(file, record, options);
    kept.tell(record);
    kept.flush();
    console.error(`written: ${file}`);
    if (stopped !== undefined) unfinished(stopped, file);
    return isClean(record) ? 0 : 2;
  } finally {
    stop.end();
    progress.end();
    kept.flush();
  }
}
