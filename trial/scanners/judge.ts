import { isExcused, type Excuse } from "../../catalogue/scanners/excuse";

/** What a scanner says of one resource. */
export interface Finding {
  readonly check: string;
  readonly resource: string;
  /** @default - the scanner read a file, which is of no account */
  readonly account?: string;
  readonly passes: boolean;
}

/** What the pages say that a scanner finds. */
export interface Claims {
  /** Checks that pass, on every resource that they look at. */
  readonly passes: readonly string[];
  /** Why the others fail. */
  readonly excuses: readonly Excuse[];
}

const where = ({ resource, account }: Finding): string =>
  account === undefined ? resource : `${resource} (${account})`;

/** What the scan says and the pages do not, in sentences: a claim that does not hold, a finding, an idle reason. */
export function contradictions(findings: readonly Finding[], { passes, excuses }: Claims): readonly string[] {
  const failed = findings.filter((finding) => !finding.passes);
  const unseen = passes.filter((check) => !findings.some((finding) => finding.check === check && finding.passes));
  return [
    ...unseen.map((check) => `${check} must pass, as docs/compliance.md says, got no resource that passes`),
    ...failed.flatMap((finding) => {
      if (excuses.some((excuse) => isExcused(excuse, finding))) return [];
      const claimed = passes.includes(finding.check) ? ", as docs/compliance.md says" : ", or have a reason";
      return [`${finding.check} must pass${claimed}, got a failure of ${where(finding)}`];
    }),
    ...excuses
      .filter((excuse) => !failed.some((finding) => isExcused(excuse, finding)))
      .map(
        ({ check, resources }) => `the reason for ${check} on ${resources.join(", ")} must explain a finding, got none`,
      ),
  ];
}
