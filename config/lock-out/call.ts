import type { Call, Principal } from "../../proofs/policy";
import type { Blueprint } from "../blueprint";

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

/** Stands for a member account that the configuration does not name. */
export const ANY_MEMBER = "000000000000";

/** What every principal of the baseline has in common. */
export const belonging = ({ partition, baseline }: Blueprint) => ({
  partition: partition.id,
  organization: baseline.organization.id,
});

/** A call as the baseline makes it: in the home Region, over TLS, not through another service. */
export const callAt = (
  { baseline }: Blueprint,
  principal: Principal,
  action: string,
  resource: string,
  context: Call["context"] = {},
): Call => ({
  principal,
  action,
  resource,
  context: {
    "aws:RequestedRegion": baseline.homeRegion,
    "aws:SecureTransport": true,
    "aws:ViaAWSService": false,
    ...context,
  },
});
