import { valueText } from "../session/value-text";
import type { DriftedResource } from "../../terraform/planning/drift";
import type { StackDrift } from "./who";

const resourceLines = (stack: string, { address, isGone, attributes }: DriftedResource): readonly string[] => [
  `  ${stack}: ${address}${isGone ? ": is gone" : ""}`,
  ...attributes.map(({ name, was, is, isSensitive }) =>
    isSensitive ? `    ${name}: another value (sensitive)` : `    ${name}: ${valueText(was)} → ${valueText(is)}`,
  ),
];

/** Of what no apply would change, the names: much of it was only not known when the state was written. */
const seenLine = (stack: string, { address, isGone, attributes }: DriftedResource): string =>
  `  ${stack}: ${address}: ${isGone ? "is gone" : attributes.map(({ name }) => name).join(", ")}`;

const withHead = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [head, ...lines, ""];

/** Everything that is not as it was applied, most serious first; `who` are the lines on who can have changed it. */
export const driftLines = (drifts: readonly StackDrift[], who: readonly string[]): readonly string[] => [
  ...withHead(
    "Changed behind Terraform's back. An apply would set it back:",
    drifts.flatMap(({ stack, drifted }) => drifted.flatMap((each) => resourceLines(stack, each))),
  ),
  ...who,
  ...withHead(
    "Not as configured, though nobody changed it behind Terraform's back: not applied yet, or what the stack asks of AWS answers otherwise:",
    drifts.flatMap(({ stack, pending }) =>
      pending.map(({ address, actions }) => `  ${stack}: ${address}: ${actions.join(" and ")}`),
    ),
  ),
  ...withHead(
    "Differs from the state, and no apply would change it: AWS computes it, or the configuration leaves it open (values: --json):",
    drifts.flatMap(({ stack, seen }) => seen.map((each) => seenLine(stack, each))),
  ),
];
