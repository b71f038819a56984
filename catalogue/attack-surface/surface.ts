import type { Call } from "../../proofs/policy";

/**
 * The accounts of the proofs, by what they are to the baseline: `DETECTION_PROOF_SETTINGS` and `PROOF_SETTINGS` speak of
 * the same.
 */
export const ACCOUNTS = {
  management: "111111111111",
  security: "222222222222",
  "log archive": "333333333333",
  member: "444444444444",
} as const;

export type Account = keyof typeof ACCOUNTS;

/** Why an action may stay neither denied nor watched. The list is closed: another reason is argued for here first. */
export const REASONS = {
  adds: "it only adds: what is there stays, and its messages come as before",
  harmless: "it cannot affect delivery, the record or who somebody is",
  refused: "AWS refuses it",
  elsewhere: "it is bound elsewhere",
} as const;

export type Reason = keyof typeof REASONS;

/** Actions that stay open for one reason, said in a sentence that a reader can check. */
export interface Excuse {
  readonly reason: Reason;
  /** Why the reason holds for these. Begins in lower case, ends without a full stop. */
  readonly because: string;
  readonly actions: readonly string[];
}

/** A thing that is protected, as actions and requests of one service name it. `{account}` stands for its account. */
export interface ProtectedThing {
  /** What it is, with its article: `the trail's log group`. */
  readonly what: string;
  /** Accounts that hold it. */
  readonly in: readonly Account[];
  /**
   * Accounts from which AWS lets it be called on besides: delegated administrators.
   * @default none: only its own account
   */
  readonly from?: {
    readonly accounts: readonly Account[];
    readonly actions: readonly string[];
    readonly source: string;
  };
  /** Its ARNs by the resource types of the Service Authorization Reference. */
  readonly arns?: Readonly<Record<string, readonly string[]>>;
  /**
   * The actions that are on it, where resource types do not say it.
   * @default those with one of its resource types, and without any those with one of its fields
   */
  readonly actions?: readonly string[];
  /** The fields below `requestParameters` that may name it, and how. */
  readonly named?: Readonly<Record<string, readonly string[]>>;
  /** What a request on it carries besides. */
  readonly context?: Call["context"];
}

/** One service that holds something which is protected. */
export interface ServiceSurface {
  /** Its prefix in IAM actions: `cloudwatch`. */
  readonly service: string;
  readonly title: string;
  /** The service in `eventSource`, before `.amazonaws.com`, and where that is written down where it is not the prefix. */
  readonly records: string;
  readonly things: readonly ProtectedThing[];
  /** Accounts in which an action that names none of the things matters. */
  readonly accounts: readonly Account[];
  /** Event names of actions that are recorded under another name than their own, each with its source. */
  readonly events?: Readonly<Record<string, { readonly names: readonly string[]; readonly source: string }>>;
  /** Actions without an operation in the service models which are recorded under their own name all the same. */
  readonly documented?: { readonly source: string; readonly actions: readonly string[] };
  /** Actions that CloudTrail records as data events, or not at all; the trail of the baseline has no record of them. */
  readonly unrecorded?: readonly { readonly source: string; readonly actions: readonly string[] }[];
  /** Data events that the trail of the baseline does record (constructs/trail/organization-trail.ts). */
  readonly recordedData?: readonly string[];
  readonly excused: readonly Excuse[];
}
