import { EXPIRED, type Judgement } from "../accepted/judge";
import type { Explanation } from "./explanations";
import { redacted } from "./redact";
import { capital, sentence } from "./sentence";
import { acceptedInWords, countsInWords, NOTHING_WEAKENS, otherInWords } from "./summary";
import { REVIEW_SEVERITIES, type Finding } from "../rules/rule";

/** GitHub takes no longer comment. Source: GitHub REST API, the message of a refused comment: "maximum is 65536 characters". */
export const MOST_CHARACTERS = 65_536;

/** What a review says. */
export interface Report {
  readonly title: string;
  readonly judgement: Judgement;
  /** Lines about what does no harm. */
  readonly harmless: readonly string[];
  /** What could not be compared, in a line each. */
  readonly notCompared: readonly string[];
  /** Why a rule fires and why it matters, by its id. */
  readonly explain: (rule: string) => Explanation;
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

/** Nothing in a text may be read as Markdown or HTML but the ticks around names. */
function plain(text: string): string {
  // Several ticks in a row are none of ours: they would begin and end elsewhere than where we see it.
  const parts = oneLine(redacted(text))
    .replace(/`{2,}/g, (ticks) => "'".repeat(ticks.length))
    .split("`");
  const safe = (part: string) =>
    part
      .replace(/[<>&]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;" })[sign] ?? sign)
      .replace(/([[\]*_|#!])/g, "\\$1");
  // An odd tick opens nothing.
  if (parts.length % 2 === 0) return safe(parts.join("'"));
  return parts.map((part, index) => (index % 2 === 0 ? safe(part) : `\`${part}\``)).join("");
}

function summary({ open, accepted }: Judgement): string {
  return `**${countsInWords(open) ?? NOTHING_WEAKENS}**${acceptedInWords(accepted)}.`;
}

const listed = (findings: readonly Finding[]): readonly string[] =>
  REVIEW_SEVERITIES.flatMap((severity) => {
    const found = findings.filter((each) => each.severity === severity);
    return found.length === 0
      ? []
      : ["", `## ${capital(severity)}`, "", ...found.map(({ words }) => `- ${plain(capital(words))}`)];
  });

const fenced = (diff: readonly string[]): readonly string[] => [
  "```diff",
  ...diff.map((line) =>
    redacted(line)
      .replaceAll("```", "'''")
      .replace(/[\r\n]+/g, " "),
  ),
  "```",
];

/** As an entry names it: in ticks, so that it is copied as it stands. */
const named = (rule: string, place: string): string =>
  `\`${rule}\` at \`${oneLine(redacted(place)).replaceAll("`", "'")}\``;

function explained({ explain }: Report, finding: Finding): readonly string[] {
  const { rule, place, fingerprint, words, details = [], diff = [] } = finding;
  const { fires, matters } = explain(rule);
  return [
    "",
    `### ${plain(capital(words))}`,
    "",
    `${named(rule, place)}${rule === EXPIRED ? "" : `, fingerprint \`${fingerprint}\``}`,
    "",
    `${sentence(plain(fires))} ${sentence(plain(matters))}`,
    ...(details.length === 0 ? [] : ["", ...details.map((detail) => `- ${plain(detail)}`)]),
    ...(diff.length === 0 ? [] : ["", ...fenced(diff)]),
  ];
}

/** Everything, however long. */
function whole(report: Report, explanations: number, findings: number): string {
  const { title, judgement, harmless, notCompared } = report;
  const { open, accepted, unused } = judgement;
  const shown = open.slice(0, findings);
  const left = open.length - shown.length;
  const unexplained = Math.max(0, open.length - explanations);
  return [
    `# ${title}`,
    "",
    summary(judgement),
    ...listed(shown),
    ...(left === 0 ? [] : ["", `And ${left} more, none of them more serious: the whole review is in the artifact.`]),
    ...(accepted.length === 0 ? [] : ["", "## Accepted", ""]),
    ...accepted.map(
      ({ finding, risk }) =>
        `- ${plain(capital(finding.words))}: ${plain(risk.reason)} (${plain(risk.author)}, until ${risk.until})`,
    ),
    ...(unused.length === 0 ? [] : ["", "## Accepted, and not found", ""]),
    ...unused.map((risk) => `- ${named(risk.rule, risk.place)}, until ${risk.until}${otherInWords(risk)}`),
    ...(notCompared.length === 0
      ? []
      : ["", "## Not compared", "", ...notCompared.map((line) => `- ${plain(capital(line))}`)]),
    ...(harmless.length === 0
      ? []
      : ["", "## Harmless", "", ...harmless.slice(0, 40).map((line) => `- ${plain(capital(line))}`)]),
    ...(harmless.length > 40 ? [`- And ${harmless.length - 40} more`] : []),
    ...(explanations === 0
      ? []
      : ["", "## Why", ...open.slice(0, explanations).flatMap((finding) => explained(report, finding))]),
    ...(unexplained === 0 || explanations >= open.length
      ? []
      : ["", `${unexplained} more explanations are in the artifact.`]),
    "",
  ].join("\n");
}

/** The review, and the whole of it where it had to be cut. */
export interface Written {
  readonly text: string;
  readonly full: string;
  readonly isCut: boolean;
}

/** The most of a count that fits: what is most serious comes first, so that the rest is what is cut. */
function mostThatFits(count: number, text: (count: number) => string): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text(middle).length < MOST_CHARACTERS) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Writes a review that is shorter than a comment may be: explanations go first, then findings, the least serious first. */
export function written(report: Report): Written {
  const { length } = report.judgement.open;
  const full = whole(report, length, length);
  if (full.length < MOST_CHARACTERS) return { text: full, full, isCut: false };
  const findings = mostThatFits(length, (count) => whole(report, 0, count));
  const explanations = findings < length ? 0 : mostThatFits(length, (count) => whole(report, count, length));
  return { text: whole(report, explanations, findings), full, isCut: true };
}
