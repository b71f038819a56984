import { GenerateCredentialReportCommand, GetCredentialReportCommand, type IAMClient } from "@aws-sdk/client-iam";
import { parse } from "csv-parse/sync";
import { setTimeout as pause } from "node:timers/promises";
import type { AccessKey, SigningCertificate } from "../audit-record";
import { refuse } from "../refusal";

/** AWS makes a report in seconds, and anew at most every four hours. Source: IAM User Guide, credential reports. */
const [PAUSE_MS, MOST_PAUSES] = [2_000, 30];

/** The root user's row of a credential report. Values that do not apply are `N/A`, `no_information`, `not_supported`. */
export type ReportRow = Readonly<Record<string, string>>;

const ROOT = "<root_account>";

/** Has a report made, and gives the row of the root user. */
export async function readRootRow(account: string, iam: IAMClient, pauseMs = PAUSE_MS): Promise<ReportRow> {
  for (let pauses = 0; ; pauses += 1) {
    const { State } = await iam.send(new GenerateCredentialReportCommand({}));
    if (State === "COMPLETE") break;
    if (pauses === MOST_PAUSES) refuse(`the credential report of ${account}`, "be made within a minute", String(State));
    await pause(pauseMs);
  }
  const { Content } = await iam.send(new GetCredentialReportCommand({}));
  const rows = parse(Buffer.from(Content ?? []), { columns: true });
  const row = (rows as ReportRow[]).find(({ user }) => user === ROOT);
  return row ?? refuse(`the credential report of ${account}`, `have a row ${ROOT}`, `${rows.length} rows without it`);
}

/** A time of the report, or null. */
export function reportTime(row: ReportRow, column: string): string | null {
  const time = new Date(row[column] ?? "");
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** A slot of the report is empty where it is not active and was never filled. */
const slots = (row: ReportRow, what: string) =>
  [1, 2]
    .map((slot) => `${what}_${slot}`)
    .filter((slot) => {
      return row[`${slot}_active`] === "true" || reportTime(row, `${slot}_last_rotated`) !== null;
    });

const statusIn = (row: ReportRow, slot: string) => (row[`${slot}_active`] === "true" ? "Active" : "Inactive");

/** The root user's keys, whose ids no report shows. */
export const keysIn = (row: ReportRow): AccessKey[] =>
  slots(row, "access_key").map((slot) => ({
    id: null,
    status: statusIn(row, slot),
    created: reportTime(row, `${slot}_last_rotated`),
    lastUsed: reportTime(row, `${slot}_last_used_date`),
  }));

export const certificatesIn = (row: ReportRow): SigningCertificate[] =>
  slots(row, "cert").map((slot) => ({
    id: null,
    status: statusIn(row, slot),
    created: reportTime(row, `${slot}_last_rotated`),
  }));
