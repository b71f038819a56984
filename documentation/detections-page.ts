import { DETECTION_PROOF_SETTINGS } from "../catalogue/detection";
import { DETECTION_SETS, type CatalogueDetection, type DetectionSet } from "../catalogue/alerts/detection-sets";
import { DETECTIONS } from "../catalogue/detections/index";
import { preparedPath } from "../catalogue/alerts/prepare";
import { SEVERITIES, SEVERITY_MEANING } from "../catalogue/alerts/severities";
import { markdownTable } from "./markdown-table";
import { capitalized, GENERATED } from "./page";

const PATHS = {
  metric: "metric filter and alarm on the organization trail",
  event: "event rule in the management account",
  finding: "rule on GuardDuty findings, in every governed Region",
};

const link = ({ id }: CatalogueDetection): string => `[${id}](#${id})`;

function pattern({ path }: CatalogueDetection): string {
  const prepared = preparedPath(path, DETECTION_PROOF_SETTINGS, []);
  if (prepared === undefined) return "";
  return prepared.kind === "metric"
    ? prepared.texts.map((text) => `\`\`\`text\n${text}\n\`\`\``).join("\n\n")
    : `\`\`\`json\n${JSON.stringify(prepared.pattern, null, 2)}\n\`\`\``;
}

const count = ({ length }: readonly unknown[], one: string, many: string): string =>
  `${length} ${length === 1 ? one : many}`;

const section = (entry: CatalogueDetection): string => `### ${entry.id}

**${entry.title}** (${entry.severity}, ${entry.latency}, ${PATHS[entry.path.kind]})

${entry.rationale}

${entry.response.map((step, index) => `${index + 1}. ${step}`).join("\n")}

Written down in: ${entry.references.map(({ source, control }) => `${source} (${control})`).join("; ")}.
Proof: fires on ${count(entry.fires, "event", "events")}, stays quiet on ${count(entry.ignores, "near miss", "near misses")}.

${pattern(entry)}
`;

const setSection = (set: DetectionSet): string => {
  const entries = DETECTIONS.filter((entry) => entry.set === set);
  const rows = entries.map((entry) => [link(entry), entry.severity, entry.title]);
  return `## ${set}

${capitalized(DETECTION_SETS[set])}.

${markdownTable(["detection", "severity", "what happened"], rows)}

${entries.map(section).join("\n")}`;
};

/** docs/detections.md, from the catalogue. */
export const detectionsPage = (): string => `${GENERATED}

# Detections

A detection is how something is noticed, why it matters, what to do, and its proof: events on which it must fire, and
near misses on which it must stay quiet. The unit tests judge each with the evaluators in \`proofs/\`, under both
readings of what AWS leaves open (\`!=\` on an absent field), and every entry's events against every other entry.

\`detections\` in the configuration lists sets or ids. \`detectionTuning\` changes severities and thresholds, leaves out
automation roles, and adds detections of your own. Patterns below are those of the name \`org-baseline\`.

${markdownTable(
  ["severity", "what it asks of you"],
  SEVERITIES.map((severity) => [`[${severity}](runbooks/${severity}.md)`, SEVERITY_MEANING[severity]]),
)}

Good to know:

- An alarm that stands does not tell again. While it is in ALARM, further events send no mail: the saved query of the
  detection shows every event of the window.
- An AssumeRoot call is no act of a root user, and the CIS filter does not fire on it. What is done inside the session
  is one, and fires. [How to tell them apart](runbooks/root-sessions.md).
- Saved queries are in CloudWatch Logs Insights, in the folder of the baseline's name. The
  [archive](runbooks/archive-queries.md) answers what is older than the log group.

${(Object.keys(DETECTION_SETS) as DetectionSet[]).map(setSection).join("\n")}`;
