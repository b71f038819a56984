import { redacted } from "../report/redact";
import type { Finding } from "../rules/rule";
import type { AcceptedRisk } from "./accepted-risk";

/** Id under which an entry that has ended is found. It cannot be accepted: it is renewed, or goes. */
export const EXPIRED = "accepted-risk-expired";

/** A finding and who answers for it. */
export interface Accepted {
  readonly finding: Finding;
  readonly risk: AcceptedRisk;
}

/** An entry that accepts nothing. `isOther`: its rule finds something at its place, but not what was accepted. */
export type UnusedRisk = AcceptedRisk & { readonly isOther?: boolean };

/** Findings parted into those that count and those that somebody answers for. */
export interface Judgement {
  readonly open: readonly Finding[];
  readonly accepted: readonly Accepted[];
  /** Entries that accept nothing in this review. */
  readonly unused: readonly UnusedRisk[];
}

/** A risk is accepted through the whole of its last day, in UTC. */
const hasEnded = ({ until }: AcceptedRisk, today: Date): boolean => today.toISOString().slice(0, 10) > until;

const expired = ({ rule, place, fingerprint, author, until }: AcceptedRisk): Finding => ({
  rule: EXPIRED,
  severity: "high",
  place,
  fingerprint,
  words: `the accepted risk \`${rule}\` ended on ${until} and is still written down by ${author}`,
});

/** Whether the entry names the rule and the place, which is written down as the review shows it. */
const isThere = (risk: AcceptedRisk, { rule, place }: Pick<Finding, "rule" | "place">): boolean =>
  risk.rule === rule && redacted(risk.place) === redacted(place);

/** What is accepted today. An entry that has ended accepts nothing and is a finding itself, until it is renewed or gone. */
export function judged(findings: readonly Finding[], risks: readonly AcceptedRisk[], today: Date): Judgement {
  const valid = risks.filter((risk) => !hasEnded(risk, today));
  const answers = (finding: Finding) =>
    valid.find((risk) => risk.fingerprint === finding.fingerprint && isThere(risk, finding));
  const accepted = findings.flatMap((finding): readonly Accepted[] => {
    const risk = answers(finding);
    return risk === undefined ? [] : [{ finding, risk }];
  });
  const open = findings.filter((finding) => answers(finding) === undefined);
  return {
    open: [...risks.filter((risk) => hasEnded(risk, today)).map(expired), ...open],
    accepted,
    unused: valid
      .filter((risk) => !accepted.some((each) => each.risk === risk))
      .map((risk) => ({ ...risk, ...(open.some((finding) => isThere(risk, finding)) ? { isOther: true } : {}) })),
  };
}
