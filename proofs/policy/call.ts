import type { Principal } from "./principal";

/** What a request carries under one condition key. A list only for keys that AWS documents as multivalued. */
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[];

/** One call to AWS, as the policies above an account see it. */
export interface Call {
  readonly principal: Principal;
  /** One action, without wildcards: `iam:CreateAccessKey`. */
  readonly action: string;
  /**
   * The ARN of the one resource that AWS authorizes.
   *
   * @default "*" - a call on no specific resource (`ec2:DescribeInstances`). Only the pattern `*` matches it: an ARN
   * in Resource does not select such a call, and an ARN in NotResource does not spare it (IAM User Guide, Resource:
   * actions without resource-level permissions need `*`).
   */
  readonly resource?: string;
  /**
   * The account that owns the resource, whose resource control policies are judged. Sets `aws:ResourceAccount`.
   *
   * @default - the caller's account owns it; `aws:ResourceAccount` is absent
   */
  readonly resourceAccount?: string;
  /** Condition keys beyond those that the principal determines. A key that is not here is absent from the request. */
  readonly context?: Readonly<Record<string, ContextValue>>;
  /**
   * When the call is made, in ISO 8601: sets `aws:CurrentTime` and `aws:EpochTime`.
   *
   * @default - both keys are absent
   */
  readonly at?: string;
}
