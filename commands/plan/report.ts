import type { PlanManifest } from "../../terraform/plan-folder";

type Found = Pick<PlanManifest, "existing" | "undecided">;

/** What would be created and is there already, with the line of the configuration that takes it up. */
function existingLines({ existing }: Found): readonly string[] {
  if (existing.length === 0) return [];
  return [
    "",
    "There already, though these plans would create it. An apply would stop there half-way, or write over it. Each line",
    "below `adopt` in the configuration takes one up (docs/runbooks/adopt-and-release.md):",
    ...existing.map(({ stack, adopt }) => `  ${stack}: ${adopt}`),
  ];
}

/** What nobody could look up, by the reason. */
function undecidedLines({ undecided }: Found): readonly string[] {
  const reasons = [...new Set(undecided.map(({ why }) => why))];
  return reasons.map((why) => {
    const count = undecided.filter((each) => each.why === why).length;
    return `Not looked up whether ${count === 1 ? "1 creation is" : `${count} creations are`} there already: ${why}.`;
  });
}

/** What is said below the table. */
export const foundLines = (found: Found | undefined): readonly string[] =>
  found === undefined
    ? ["", "The organization was not read: nothing is known of what is there already, or of who is touched."]
    : [...existingLines(found), ...(found.undecided.length === 0 ? [] : ["", ...undecidedLines(found)])];
