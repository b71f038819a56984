import type { CatalogueDetection } from "../catalogue/alerts/detection-sets";
import { DETECTIONS } from "../catalogue/detections/index";
import { UNCOVERED_CONTROLS } from "../catalogue/uncovered-controls";
import { GENERATED } from "./page";
import { scannerSection } from "./scanner-section";
import { markdownTable } from "./markdown-table";

const VERSIONS = ["1.2.0", "1.4.0", "3.0.0", "5.0.0", "7.0.0"] as const;

const link = (id: string): string => `[${id}](detections.md#${id})`;

const controlsOf = ({ references }: CatalogueDetection, source: string): string =>
  references
    .filter((reference) => reference.source === source)
    .map(({ control }) => control)
    .join(", ");

const monitoringRow = (entry: CatalogueDetection): readonly string[] => [
  link(entry.id),
  ...VERSIONS.map((version) => controlsOf(entry, `CIS AWS Foundations Benchmark ${version}`)),
  controlsOf(entry, "AWS Security Hub"),
  controlsOf(entry, "Prowler"),
];

/** The other references, by what they refer to: who covers this control? */
const controlRows = (): readonly (readonly string[])[] => {
  const pairs = DETECTIONS.filter(({ set }) => set !== "cis").flatMap(({ id, references }) =>
    references.map(({ source, control }) => ({ id, source, control })),
  );
  const keys = [...new Set(pairs.map(({ source, control }) => JSON.stringify([source, control])))].sort();
  return keys.map((key) => {
    const [source = "", control = ""] = JSON.parse(key) as readonly string[];
    const ids = pairs.filter((pair) => pair.source === source && pair.control === control).map(({ id }) => link(id));
    return [source, control, ids.join(", ")];
  });
};

/** docs/compliance.md, from the catalogue. */
export const compliancePage = (): string => `${GENERATED}

# Compliance

## Filters that scanners compare

Security Hub and Prowler accept only the prescribed strings, so these are stored byte for byte and never tuned. Choose
them with the set \`cis\`: but for the use of root they have the severity \`record\`, which goes to a queue and mails
nobody. A topic without a subscription fails the controls; the queue is one.

${markdownTable(
  ["detection", ...VERSIONS.map((version) => `CIS ${version}`), "Security Hub", "Prowler check"],
  DETECTIONS.filter(({ set }) => set === "cis").map(monitoringRow),
)}

Every alarm has an action that is enabled (CloudWatch.15, CloudWatch.17). CloudWatch.16 asks for 365 days of retention
at least: \`auditTrail.logRetentionDays\`.

${scannerSection()}
## What our own detections answer

${markdownTable(["source", "control", "detections"], controlRows())}

States of the live organization, such as MFA of root, a trail that delivers or a key that rotates, are judged by
\`npm run baseline -- verify\`: [evidence.md](evidence.md) has its controls, with their numbers in CIS and Security Hub.

## What we do not cover

${markdownTable(
  ["source", "control", "title", "why not"],
  UNCOVERED_CONTROLS.map(({ source, control, title, reason }) => [source, control, title, reason]),
)}
`;
