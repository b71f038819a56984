import {
  DeactivateMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteSigningCertificateCommand,
  DeleteVirtualMFADeviceCommand,
  type IAMClient,
} from "@aws-sdk/client-iam";
import type { Found } from "../audit/found";

/**
 * The call that removes each kind, without a user's name: in a root session it means the root user. In this order what
 * is half removed is never weaker than before: MFA protects the rest until the rest is gone.
 */
const CALLS = {
  password: { name: "DeleteLoginProfile", send: (iam) => iam.send(new DeleteLoginProfileCommand({})) },
  "access-key": {
    name: "DeleteAccessKey",
    send: (iam, AccessKeyId) => iam.send(new DeleteAccessKeyCommand({ AccessKeyId })),
  },
  "signing-certificate": {
    name: "DeleteSigningCertificate",
    send: (iam, CertificateId) => iam.send(new DeleteSigningCertificateCommand({ CertificateId })),
  },
  "mfa-device": {
    name: "DeactivateMFADevice",
    send: (iam, SerialNumber) => iam.send(new DeactivateMFADeviceCommand({ SerialNumber })),
  },
  "unassigned-device": {
    name: "DeleteVirtualMFADevice",
    send: (iam, SerialNumber) => iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber })),
  },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly send: (iam: IAMClient, id: string) => Promise<object> }>
>;

/**
 * `unassigned-device`: a virtual device that was deactivated, which signs nobody in. AWS's task policy names the call
 * that deletes it, and denies it on every resource but the root user, which a device is not: it may well stay.
 */
export type CredentialKind = keyof typeof CALLS;

/** Something that a root user holds. */
export interface Credential {
  readonly kind: CredentialKind;
  /** Id of a key or a certificate, serial of a device. A password has none. */
  readonly id: string | null;
}

/** What is removed of what was found, in the order of the removal. */
export function credentialsOf(found: Found): readonly Credential[] {
  const { password, accessKeys, signingCertificates, mfaDevices } = found;
  const virtual = mfaDevices.filter(({ kind }) => kind === "virtual");
  return [
    ...(password ? [{ kind: "password", id: null } as const] : []),
    ...accessKeys.map(({ id }) => ({ kind: "access-key", id }) as const),
    ...signingCertificates.map(({ id }) => ({ kind: "signing-certificate", id }) as const),
    ...mfaDevices.map(({ serial: id }) => ({ kind: "mfa-device", id }) as const),
    ...virtual.map(({ serial: id }) => ({ kind: "unassigned-device", id }) as const),
  ];
}

/** Whether two are of the same thing. */
export const isSame = (one: Credential, other: Credential): boolean => one.kind === other.kind && one.id === other.id;

/** As CloudTrail records it: `iam:DeleteAccessKey`. */
export const callOf = ({ kind }: Credential): string => `iam:${CALLS[kind].name}`;

/** Makes the call. */
export const sendRemoval = (iam: IAMClient, { kind, id }: Credential): Promise<object> =>
  CALLS[kind].send(iam, id ?? "");
