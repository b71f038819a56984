import type { Call, Principal } from "../../proofs/policy";
import type { Baseline } from "../schema/baseline";

/** A call that no policy may hold back, or the baseline locks itself out. */
export interface MustPass {
  /** Who calls, in words. */
  readonly who: string;
  /** What is lost when they cannot. */
  readonly loss: string;
  readonly call: Call;
  /** The account whose place decides which policies reach the call. @default - any member account */
  readonly account?: string;
}

/** The fields that decide which calls must get through. */
export const MUST_PASS_READS = [
  "name",
  "organization",
  "accounts",
  "homeRegion",
  "auditTrail",
  "rootAccess",
  "guardrails",
  "threatDetection",
] as const satisfies readonly (keyof Baseline)[];

/** What decides which calls must get through. */
export type Read = Pick<Baseline, (typeof MUST_PASS_READS)[number]>;

/** Stands for a member account that the configuration does not name. */
export const ANY_MEMBER = "000000000000";

/** What every call of the baseline has in common. */
export interface Circumstances {
  readonly partition: string;
  readonly region: string;
  readonly caller: { readonly partition: string; readonly organization: string };
}

/** A call as the baseline makes it: in the home Region, over TLS, not through another service. */
export const callAt = (
  { region }: Circumstances,
  principal: Principal,
  action: string,
  resource: string,
  context: Call["context"] = {},
): Call => ({
  principal,
  action,
  resource,
  context: { "aws:RequestedRegion": region, "aws:SecureTransport": true, "aws:ViaAWSService": false, ...context },
});
