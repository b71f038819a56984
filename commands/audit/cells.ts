import type { LookedAt, MfaDevice } from "../../root-sessions/audit-record";

/** Kinds of devices, short enough for a column. */
const SHORT: Readonly<Record<MfaDevice["kind"], string>> = {
  virtual: "virtual",
  "passkey-or-security-key": "key",
  "hardware-token": "token",
  "not-virtual": "no app",
  unknown: "unknown",
};

/** What an account's row shows, by the name of its column. Empty where there is nothing. */
export const CELLS: readonly (readonly [column: string, cell: (row: LookedAt) => string])[] = [
  ["password", ({ password }) => (password ? "yes" : "")],
  ["keys", ({ accessKeys }) => (accessKeys.length === 0 ? "" : String(accessKeys.length))],
  ["certs", ({ signingCertificates: { length } }) => (length === 0 ? "" : String(length))],
  ["MFA", ({ mfaDevices }) => [...new Set(mfaDevices.map(({ kind }) => SHORT[kind]))].join(", ")],
  ["last used", ({ lastActivity }) => lastActivity?.slice(0, 10) ?? ""],
];
