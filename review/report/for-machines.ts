import type { AcceptedRisk } from "../accepted/accepted-risk";
import type { Judgement, UnusedRisk } from "../accepted/judge";
import type { Finding } from "../rules/rule";
import { explanationOf, type Explanation } from "./explanations";
import { allRedacted } from "./redact";

/** A finding with why it is one. */
export type ExplainedFinding = Finding & Explanation;

/** A review for machines, without what reaches people. */
export interface ReviewJson {
  readonly findings: readonly ExplainedFinding[];
  readonly accepted: readonly (ExplainedFinding & AcceptedRisk)[];
  readonly acceptedAndNotFound: readonly UnusedRisk[];
  /** Lines about what does no harm. */
  readonly harmless: readonly string[];
  /** What could not be compared for want of its other side. */
  readonly notCompared: readonly string[];
}

const explained = (finding: Finding): ExplainedFinding => {
  const { fires, matters } = explanationOf(finding.rule);
  return { ...finding, fires, matters };
};

/** What was judged, and the lines about what does no harm. */
export const forMachines = (
  { open, accepted, unused }: Judgement,
  harmless: readonly string[],
  notCompared: readonly string[],
): ReviewJson =>
  allRedacted({
    findings: open.map(explained),
    accepted: accepted.map(({ finding, risk }) => ({ ...explained(finding), ...risk })),
    acceptedAndNotFound: unused,
    harmless,
    notCompared,
  });
