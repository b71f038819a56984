import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REVIEW_RULES } from "../review";
import { withMarked } from "./marked";
import { markdownTable } from "./markdown-table";
import { capitalized } from "./page";

const PATH = "docs/reviewing-changes.md";

/** The page about reviews, which is written by hand but for the table of the rules. */
export const reviewingPage = (): string =>
  withMarked(
    readFileSync(join(__dirname, "..", PATH), "utf8"),
    { where: PATH, opening: "<!-- rules -->\n\n", closing: "\n\n<!-- /rules -->" },
    markdownTable(
      ["rule", "severity", "fires where", "why it matters"],
      REVIEW_RULES.map(({ id, severity, fires, matters }) => [
        `\`${id}\``,
        severity,
        capitalized(fires),
        capitalized(matters),
      ]),
      "aligned",
    ),
  );
