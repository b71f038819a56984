import type { AcceptedRisk } from "./accepted/accepted-risk";
import { judged } from "./accepted/judge";
import { findingsOf } from "./findings";
import { harmless } from "./harmless";
import type { ReviewInput } from "./model/review-input";
import { explanationOf } from "./report/explanations";
import { forMachines, type ReviewJson } from "./report/for-machines";
import { written, type Written } from "./report/markdown";
import { REVIEW_SEVERITIES, type ReviewSeverity } from "./rules/rule";

/** How a review is asked for. */
export interface Asked {
  readonly title: string;
  readonly risks: readonly AcceptedRisk[];
  readonly today: Date;
}

/** A review that was made. */
export interface Reviewed {
  readonly markdown: Written;
  /** The same for machines. */
  readonly json: ReviewJson;
  /** Whether a finding that nobody answers for is as serious as this, or more. */
  readonly reaches: (severity: ReviewSeverity) => boolean;
}

/** Judges what changes and writes down what was found. */
export function reviewed(input: ReviewInput, { title, risks, today }: Asked): Reviewed {
  const judgement = judged(findingsOf(input), risks, today);
  const lines = harmless(input);
  const { notCompared = [] } = input;
  return {
    markdown: written({ title, judgement, harmless: lines, notCompared, explain: explanationOf }),
    json: forMachines(judgement, lines, notCompared),
    reaches: (severity) =>
      judgement.open.some((each) => REVIEW_SEVERITIES.indexOf(each.severity) <= REVIEW_SEVERITIES.indexOf(severity)),
  };
}
