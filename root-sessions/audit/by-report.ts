import { GetAccountSummaryCommand, type IAMClient, paginateListVirtualMFADevices } from "@aws-sdk/client-iam";
import { everything } from "../../organization/clients/pages";
import type { MfaDevice } from "../audit-record";
import { told } from "../refusal";
import { certificatesIn, keysIn, readRootRow, reportTime } from "./credential-report";
import { latest, type Found } from "./found";

/** Virtual devices name their user. Another device of a root user shows in no list that a role may read. */
async function devicesOf(iam: IAMClient, hasMfa: boolean): Promise<MfaDevice[]> {
  if (!hasMfa) return [];
  const all = await everything(
    paginateListVirtualMFADevices({ client: iam }, { AssignmentStatus: "Assigned" }),
    (page) => page.VirtualMFADevices,
  );
  const own = all.filter(({ User }) => User?.Arn?.endsWith(":root") === true);
  return own.length === 0
    ? [{ serial: null, kind: "not-virtual" }]
    : own.map(({ SerialNumber = null }) => ({ serial: SerialNumber, kind: "virtual" }));
}

/**
 * The report may be four hours old, the summary is of now: what it denies is gone, unless it is no longer active, and
 * what only the summary knows is there without a date.
 */
function present<Thing extends { readonly status: "Active" | "Inactive" }>(
  isPresent: boolean,
  reported: readonly Thing[],
  undated: Thing,
): Thing[] {
  if (!isPresent) return reported.filter(({ status }) => status === "Inactive");
  return reported.length === 0 ? [undated] : [...reported];
}

/**
 * What the root user of an account holds, as an ordinary role sees it: needs iam:GetAccountSummary,
 * iam:GenerateCredentialReport, iam:GetCredentialReport and iam:ListVirtualMFADevices, as SecurityAudit has them. Ids of
 * keys and certificates, and serials of devices that are not virtual, are not shown.
 */
export async function readByReport(account: string, iam: IAMClient): Promise<Found> {
  const advice = "the role must have what SecurityAudit allows";
  const ask = <T>(call: string, answer: Promise<T>): Promise<T> => told(`iam:${call}`, account, advice, answer);
  const [{ SummaryMap = {} }, row] = await Promise.all([
    ask("GetAccountSummary", iam.send(new GetAccountSummaryCommand({}))),
    ask("GetCredentialReport", readRootRow(account, iam)),
  ]);
  const has = (what: string): boolean => (SummaryMap as Record<string, number>)[`Account${what}`] === 1;
  const unknown = { id: null, status: "Active", created: null } as const;
  const accessKeys = present(has("AccessKeysPresent"), keysIn(row), { ...unknown, lastUsed: null });
  return {
    password: has("PasswordPresent"),
    accessKeys,
    signingCertificates: present(has("SigningCertificatesPresent"), certificatesIn(row), unknown),
    mfaDevices: await ask("ListVirtualMFADevices", devicesOf(iam, has("MFAEnabled"))),
    lastActivity: latest([reportTime(row, "password_last_used"), ...accessKeys.map(({ lastUsed }) => lastUsed)]),
  };
}
