import type { Rule } from "./options";

/** A reason of which AWS can keep something: a session's name has letters and digits, and no blanks. */
export const REASON: Rule = { must: "have a letter or a digit", holds: (text) => /[a-z\d]/i.test(text) };
