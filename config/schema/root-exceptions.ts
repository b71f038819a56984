import { z } from "zod";
import { accountId, formed, notEmpty } from "./primitives";

const moment = formed(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
  "be a moment in UTC such as 2026-12-01T08:00:00Z",
).refine((text) => new Date(text).toISOString() === text.replace("Z", ".000Z"), {
  error: "be a day that exists, such as 2026-12-01T08:00:00Z",
});

/** A root user who is let through for a while, for one of the few tasks that no root session can do. */
const rootException = z.strictObject({
  /** Account whose root user is let through. */
  account: accountId,
  /** Which task, and who asked: read by the auditor. */
  reason: notEmpty,
  /** First moment, in UTC. Before it everything is denied. */
  from: moment,
  /** Moment from which everything is denied again, without an apply: at most 14 days after `from`. */
  until: moment,
});

/** One exception an account: two would let its root user through between them. */
export const rootExceptions = z.array(rootException).superRefine((list, context) => {
  const accounts = list.map(({ account }) => account);
  accounts.forEach((account, index) => {
    const first = accounts.indexOf(account);
    if (first === index) return;
    const message = `be named once: exception ${first} is for it too (take out the one that is over)`;
    context.addIssue({ code: "custom", message, path: [index, "account"] });
  });
});
