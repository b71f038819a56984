import type { Unread } from "../organization/clients/reading";

/** A part that nobody asked for: it is not known, and never taken for in order. */
export const readingOfNone = (of: string): Unread => ({
  at: new Date(0).toISOString(),
  unread: `nobody asked AWS for it: ${of}`,
  cause: undefined,
});
