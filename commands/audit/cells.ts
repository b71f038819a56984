import type { LookedAt } from "../../root-sessions/audit-record";

/** What an account's row shows, by the name of its column. Empty where there is nothing. */
export const CELLS: readonly (readonly [column: string, cell: (row: LookedAt) => string])[] = [
  ["password", ({ password }) => (password ? "yes" : "")],
  ["keys", ({ accessKeys }) => (accessKeys.length === 0 ? "" : String(accessKeys.length))],
  ["certs", ({ signingCertificates: { length } }) => (length === 0 ? "" : String(length))],
  ["MFA", ({ mfaDevices }) => [...new Set(mfaDevices.map(({ kind }) => kind))].join(", ")],
  ["last used", ({ lastActivity }) => lastActivity?.slice(0, 10) ?? ""],
];
