import { plural } from "../output/plural";
import type { Problems } from "./problems";

/** What was left out, for people. Trouble comes before comfort. */
export const problemLines = ({ any, broken, unreadable, examples }: Problems): readonly string[] =>
  any
    ? [
        `Not read or not understood: ${plural(broken, "record")}, ${plural(unreadable, "file")}. Such as:`,
        ...examples.map((example) => `  ${example}`),
        "",
      ]
    : [];

/** The same for machines. */
export const problemsJson = ({ broken, unreadable, examples }: Problems) => ({
  brokenRecords: broken,
  unreadableFiles: unreadable,
  examples,
});
