import type { UnusedRisk } from "../accepted/judge";
import { REVIEW_SEVERITIES, type Finding } from "../rules/rule";

/** What is said where nothing was found. */
export const NOTHING_WEAKENS = "Nothing weakens the protection";

/** What is said of accepted findings behind the others; empty where there is none. */
export const acceptedInWords = (accepted: readonly unknown[]): string =>
  accepted.length === 0 ? "" : `; ${accepted.length} accepted`;

/** Said behind an entry that accepts nothing, where its rule finds something else at its place; empty elsewhere. */
export const otherInWords = ({ isOther }: Pick<UnusedRisk, "isOther">): string =>
  isOther === true ? ": what is found there is not what was accepted" : "";

/** `1 critical, 2 high`; undefined where there is none. */
export function countsInWords(findings: readonly Pick<Finding, "severity">[]): string | undefined {
  const counts = REVIEW_SEVERITIES.flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return counts.length === 0 ? undefined : counts.join(", ");
}
