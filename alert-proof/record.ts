import { z } from "zod";
import { PATH_PARTS, type PathPart } from "../catalogue/alerts/alert-path";
import { namedOnce } from "../config";

/** The only form of the file that is understood. One that a later release writes has another number. */
const FORM = 1;

const accountId = z.string().regex(/^\d{12}$/, "be an account's id");
const text = z.string().min(1, "say something");
/** In UTC, such as 2026-11-30T04:05:24.000Z. */
const time = z.iso.datetime();

const call = z.strictObject({
  /** As an IAM action. */
  action: text,
  account: accountId,
  region: text,
  at: time,
  /** Stands in CloudTrail's record as `requestID`. Null where the call was not made. */
  requestId: z.string().nullable(),
  /** Why it was not. */
  notMade: z.string().nullable(),
});

const step = z.strictObject({
  part: z.enum(["call", ...(Object.keys(PATH_PARTS) as [PathPart, ...PathPart[]])]),
  seen: z.boolean(),
  says: text,
});

const path = z.strictObject({
  of: text,
  proven: z.boolean(),
  /** Up to the first part on which the call was not seen. */
  steps: z.array(step).min(1, "say how far it was seen"),
});

const messages = z.int().nonnegative();
const queueReading = z.union([
  z.strictObject({ at: time, waiting: messages, inFlight: messages, delayed: messages }),
  /** Why it was not seen. */
  z.strictObject({ at: time, unread: text }),
]);

const queue = z.strictObject({
  /** Its ARN. */
  queue: text,
  /** Null where it was not told of alerts then. */
  before: queueReading.nullable(),
  after: queueReading,
});

/** What was done to prove the alert paths, and what was seen. For whoever has to believe it: holds ids, no secrets. */
export const PROOF_FORM = z.strictObject({
  version: z.literal(FORM),
  organization: z.string().regex(/^o-[a-z0-9]{10,32}$/, "be an organization's id"),
  managementAccount: accountId,
  /** ARN of whoever made the calls. */
  caller: text,
  begun: time,
  /** Null where it was interrupted: what was not seen until then may still come. */
  ended: time.nullable(),
  /** For so long the calls were waited for, at most. */
  minutes: z.number().positive(),
  calls: z.array(call),
  paths: z.array(path).superRefine(namedOnce("of")),
  /** What the queues that are told held before the calls, and at the last look. Records of before have none. */
  queues: z.array(queue).default([]),
  /** Detections that no harmless call fires, and what their paths share with proven ones. */
  untried: z.array(z.strictObject({ detection: text, severity: text, shares: text })),
});

export type ProofRecord = z.infer<typeof PROOF_FORM>;

export const PROOF_VERSION: ProofRecord["version"] = FORM;

/** Whether a call was seen to the end of every path that one can take. */
export const isProven = ({ paths, ended }: ProofRecord): boolean =>
  ended !== null && paths.length > 0 && paths.every(({ proven }) => proven);
