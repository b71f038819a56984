import { isLookedAt, type AuditRecord } from "../../root-sessions/audit-record";
import { verdictOf } from "../../root-sessions/remaining";
import { CELLS } from "./cells";

/**
 * A spreadsheet takes a cell that begins so for a formula; whoever names accounts is not to be trusted with that. Blanks
 * before it are skipped, and signs of full width read as the others. Source: OWASP, CSV injection.
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function quoted(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly string[]): string => cells.map(quoted).join(",");

/** What an audit found, a line for each account. Source of the form: RFC 4180. */
export const auditCsv = ({ accounts, managementAccount, invited = [], begun }: AuditRecord): string =>
  [
    line(["account", "name", "status", "verdict", "at", "by", ...CELLS.map(([column]) => column), "not looked at"]),
    ...accounts.map((row) => {
      const head = [row.id, row.name, row.status, verdictOf(row, managementAccount), row.at];
      return isLookedAt(row)
        ? line([...head, row.by, ...CELLS.map(([, cell]) => cell(row)), ""])
        : line([...head, "", ...CELLS.map(() => ""), row.notLookedAt]);
    }),
    ...invited.map(({ account, handshake }) =>
      line([
        ...[account ?? "", "", "INVITED", "not joined", begun, "", ...CELLS.map(() => "")],
        `invitation ${handshake}`,
      ]),
    ),
  ].join("\n");
