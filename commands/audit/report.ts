import { isLookedAt, type AuditRecord, type AuditRow } from "../../root-sessions/audit-record";
import { verdictOf, type Verdict } from "../../root-sessions/remaining";
import { hanging } from "../output/indented";
import { table } from "../output/table";
import { CELLS } from "./cells";

/** Names are cut here, so that a row fits on a terminal. */
const LONGEST_NAME = 20;

const cut = (name: string): string => (name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`);

const lookedAtTable = (rows: readonly AuditRow[]): string =>
  table([
    ["account", "name", ...CELLS.map(([column]) => column)],
    ...rows.filter(isLookedAt).map((row) => [row.id, cut(row.name), ...CELLS.map(([, cell]) => cell(row) || "-")]),
  ]);

const reasonsText = (rows: readonly AuditRow[]): string =>
  rows.flatMap((row) => (isLookedAt(row) ? [] : hanging(`${row.id} ${row.name}: ${row.notLookedAt}`))).join("\n");

/** Whom nobody but their owners reaches yet. They are no gap: they are no part of the organization. */
const invitedLines = ({ invited = [] }: AuditRecord): readonly string[] =>
  invited.length === 0
    ? []
    : [
        "Invited, and not yet joined: audit again when they have.",
        ...invited.flatMap(({ account, handshake, expires }) =>
          hanging(
            `${account ?? "an e-mail address"}: invitation ${handshake}${expires === null ? "" : `, until ${expires.slice(0, 10)}`}`,
          ),
        ),
        "",
      ];

/** Each verdict with its heading, most serious first; what is in order is only counted. */
const SECTIONS: readonly (readonly [verdict: Verdict, heading: string, text: (rows: readonly AuditRow[]) => string])[] =
  [
    ["in danger", "The management account's root user has a key or a certificate, or no MFA:", lookedAtTable],
    ["credentials left", "Root credentials are left in members:", lookedAtTable],
    ["not looked at", "Not looked at:", reasonsText],
    ["as it must be", "The management account's root user has a password and MFA, and no key:", lookedAtTable],
  ];

/** What an audit found, for people. */
export function auditText(record: AuditRecord): string {
  const { accounts, managementAccount, ended, begun } = record;
  const by = (wanted: Verdict) => accounts.filter((row) => verdictOf(row, managementAccount) === wanted);
  const clean = by("nothing left").length;
  const sections = SECTIONS.flatMap(([verdict, heading, text]) => {
    const rows = by(verdict);
    return rows.length === 0 ? [] : [heading, text(rows), ""];
  });
  return [
    ...sections,
    ...invitedLines(record),
    `${clean} of ${accounts.filter(({ id }) => id !== managementAccount).length} members have no root credential left.`,
    `Begun ${begun}, ${ended === null ? "interrupted" : `ended ${ended}`}.`,
  ].join("\n");
}

/** The same for machines: the record, with the judgement of each row. */
export const auditJson = (file: string, record: AuditRecord) => ({
  file,
  ...record,
  accounts: record.accounts.map((row) => ({ verdict: verdictOf(row, record.managementAccount), ...row })),
});
