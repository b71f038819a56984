import {
  GetAccessKeyLastUsedCommand,
  GetLoginProfileCommand,
  GetUserCommand,
  type AccessKeyMetadata,
  type IAMClient,
  paginateListAccessKeys,
  paginateListMFADevices,
  paginateListSigningCertificates,
} from "@aws-sdk/client-iam";
import { unlessAbsent } from "../../organization/clients/absent";
import { everything } from "../../organization/clients/pages";
import type { AccessKey } from "../audit-record";
import { told } from "../refusal";
import { latest, written, type Found } from "./found";
import { mfaKind } from "./mfa-kind";

/** Calls without a user's name: in a root session they mean the root user. */
const READS = [
  "GetLoginProfile",
  "GetUser",
  "ListAccessKeys",
  "ListMFADevices",
  "ListSigningCertificates",
  "GetAccessKeyLastUsed",
] as const;

/** The same as CloudTrail records them. */
export const READ_CALLS = READS.map((call) => `iam:${call}`);

async function keyWithUse(iam: IAMClient, { AccessKeyId = "", Status, CreateDate }: AccessKeyMetadata) {
  const use = await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }));
  const key: AccessKey = {
    id: AccessKeyId,
    status: Status === "Inactive" ? "Inactive" : "Active",
    created: written(CreateDate),
    lastUsed: written(use.AccessKeyLastUsed?.LastUsedDate),
  };
  return key;
}

/** What the root user of an account holds, read in a root session of the task audit or delete-credentials. */
export async function readInSession(account: string, iam: IAMClient): Promise<Found> {
  const ask = <T>(call: (typeof READS)[number], answer: Promise<T>): Promise<T> =>
    told(`iam:${call}`, account, "no policy may deny it to the root session", answer);
  const [profile, user, keys, devices, certificates] = await Promise.all([
    ask("GetLoginProfile", unlessAbsent(["NoSuchEntityException"], iam.send(new GetLoginProfileCommand({})))),
    ask("GetUser", iam.send(new GetUserCommand({}))),
    ask(
      "ListAccessKeys",
      everything(paginateListAccessKeys({ client: iam }, {}), (page) => page.AccessKeyMetadata),
    ),
    ask(
      "ListMFADevices",
      everything(paginateListMFADevices({ client: iam }, {}), (page) => page.MFADevices),
    ),
    ask(
      "ListSigningCertificates",
      everything(paginateListSigningCertificates({ client: iam }, {}), (page) => page.Certificates),
    ),
  ]);
  const accessKeys = await ask("GetAccessKeyLastUsed", Promise.all(keys.map((key) => keyWithUse(iam, key))));
  return {
    password: profile !== undefined,
    accessKeys,
    signingCertificates: certificates.map(({ CertificateId = "", Status, UploadDate }) => ({
      id: CertificateId,
      status: Status === "Inactive" ? "Inactive" : "Active",
      created: written(UploadDate),
    })),
    mfaDevices: devices.map(({ SerialNumber = "" }) => ({ serial: SerialNumber, kind: mfaKind(SerialNumber) })),
    lastActivity: latest([written(user.User?.PasswordLastUsed), ...accessKeys.map(({ lastUsed }) => lastUsed)]),
  };
}
