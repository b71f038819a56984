import type { Rule } from "./options";

const DAY = String.raw`\d{4}-\d\d-\d\d`;
const ISO_8601 = new RegExp(String.raw`^${DAY}(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$`);

/** A moment that means the same on every machine: without a zone it would depend on whose clock reads it. */
export const TIME: Rule = {
  must: "be a time in ISO 8601, such as 2026-01-31T12:00:00Z, or a day, which begins in UTC",
  holds: (text) => ISO_8601.test(text) && !Number.isNaN(Date.parse(text)),
};
