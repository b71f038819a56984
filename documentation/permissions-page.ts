import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UNRECORDED, type Unrecorded } from "../catalogue/pipeline";
import { withMarked } from "./marked";
import { markdownTable } from "./markdown-table";

const PATH = "docs/permissions.md";

/** Every action of a group once, whatever the account. */
const actionsOf = ({ actions }: Unrecorded): string =>
  [...new Set(Object.values(actions).flat())]
    .sort()
    .map((action) => `\`${action}\``)
    .join(", ");

/** The page about the pipeline's roles, written by hand but for what no recording shows. */
export const permissionsPage = (): string =>
  withMarked(
    readFileSync(join(__dirname, "..", PATH), "utf8"),
    { where: PATH, opening: "<!-- unrecorded -->\n\n", closing: "\n\n<!-- /unrecorded -->" },
    markdownTable(
      ["why", "actions", "source"],
      UNRECORDED.map((group) => [group.why, actionsOf(group), group.source]),
      "aligned",
    ),
  );
