import { parseArn } from "../../catalogue/aws/arn";
import type { MfaDevice } from "../audit-record";

/** By the first part of what the ARN of a device names. Source: IAM User Guide, IAM identifiers, and its MFA ARNs. */
const BY_ARN: readonly (readonly [part: string, kind: MfaDevice["kind"]])[] = [
  ["mfa", "virtual"],
  ["u2f", "passkey-or-security-key"],
];

/**
 * The kind of a device, as far as its serial number shows it: of a virtual device and of a passkey or security key it is
 * an ARN, of a hardware token the number on its back, such as GAHT12345678.
 */
export function mfaKind(serial: string): MfaDevice["kind"] {
  const arn = parseArn(serial);
  if (arn === undefined) return /^[A-Z0-9]{6,}$/i.test(serial) ? "hardware-token" : "unknown";
  return BY_ARN.find(([part]) => arn.resource.startsWith(`${part}/`))?.[1] ?? "unknown";
}
