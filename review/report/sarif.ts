import { EXPIRED } from "../accepted/judge";
import { REVIEW_RULES } from "../rules";
import type { ReviewSeverity } from "../rules/rule";
import { explanationOf } from "./explanations";
import type { ExplainedFinding, ReviewJson } from "./for-machines";
import { sentence } from "./sentence";

/** Files of the checkout that findings point to, relative to it. */
export interface SarifFiles {
  /** What a change of the protection is written in. */
  readonly configuration: string;
  /** Where an entry that has ended stands. */
  readonly acceptedRisks: string;
}

/** Source: SARIF 2.1.0, 3.27.10, has no more levels. */
const LEVELS: Readonly<Record<ReviewSeverity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
};

/**
 * A score as a text. Source: GitHub, "SARIF support for code scanning", security-severity: over 9.0 is critical, 7.0 to
 * 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low.
 */
const SCORES: Readonly<Record<ReviewSeverity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

const SEVERITIES = new Map<string, ReviewSeverity>([
  ...REVIEW_RULES.map(({ id, severity }) => [id, severity] as const),
  [EXPIRED, "high"],
]);

/** What a name holds is no link. Source: SARIF 2.1.0, 3.11.6, embedded links. */
const unlinked = (text: string): string => text.replaceAll("](", "] (");

function ruleOf([id, severity]: readonly [string, ReviewSeverity]): object {
  const { fires, matters } = explanationOf(id);
  const help = `${sentence(fires)} ${sentence(matters)} docs/reviewing-changes.md says how a review judges, and how a risk is accepted until a day.`;
  return {
    id,
    shortDescription: { text: sentence(fires) },
    fullDescription: { text: `${sentence(fires)} ${sentence(matters)}` },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { "security-severity": SCORES[severity], tags: ["security"] },
  };
}

type Result = ExplainedFinding & { readonly justification?: string };

/** How many of the results up to this one have its rule and its fingerprint: an entry that has ended has that of what it accepted. */
const ordinalOf = ({ rule, fingerprint }: Result, upTo: readonly Result[]): number =>
  upTo.filter((each) => each.rule === rule && each.fingerprint === fingerprint).length;

function resultOf(result: Result, ordinal: number, { configuration, acceptedRisks }: SarifFiles): object {
  const { rule, place, fingerprint, words, details = [], severity, justification } = result;
  // As wide as what is accepted: an alert that somebody dismissed comes back as soon as more is found.
  const print = `${rule === EXPIRED ? `${EXPIRED}:` : ""}${fingerprint}:${ordinal}`;
  const uri = encodeURI(rule === EXPIRED ? acceptedRisks : configuration);
  return {
    ruleId: rule,
    ruleIndex: [...SEVERITIES.keys()].indexOf(rule),
    level: LEVELS[severity],
    message: { text: unlinked([words, ...details].map(sentence).join(" ")) },
    // A plan does not say which line made a change: the file's first one stands for it.
    locations: [
      {
        physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: place, kind: "resource" }],
      },
    ],
    // GitHub compares the first one alone: without it, findings of one rule and line would be one alert.
    partialFingerprints: { primaryLocationLineHash: print, "orgBaselineFinding/v1": print },
    ...(justification === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification: unlinked(justification) }] }),
    properties: { severity, place, fingerprint },
  };
}

/** The review as SARIF 2.1.0. Accepted findings are in it, suppressed. Holds nothing that the review leaves out. */
export function sarifOf({ findings, accepted }: ReviewJson, files: SarifFiles): object {
  const results: readonly Result[] = [
    ...findings,
    ...accepted.map(({ reason, author, until, ...finding }) => ({
      ...finding,
      justification: `${reason} (${author}, until ${until})`,
    })),
  ];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Org Baseline", rules: [...SEVERITIES].map(ruleOf) } },
        automationDetails: { id: "org-baseline/review/" },
        columnKind: "utf16CodeUnits",
        results: results.map((result, index) =>
          resultOf(result, ordinalOf(result, results.slice(0, index + 1)), files),
        ),
      },
    ],
  };
}
