import type { AttributeDifference, Difference } from "../../terraform/planning/differences";
import type { AttributeChange, NormalizedChange } from "../../terraform/planning/normalized-changes";
import { valueText } from "../session/value-text";

function attribute(change: AttributeChange | undefined, isSensitive: boolean): string {
  if (change === undefined) return "left alone";
  if (isSensitive) return "(sensitive)";
  if (change.unknown === true) return "known after the apply";
  return `${valueText(change.before)} → ${valueText(change.after)}`;
}

const attributeLines = ({ name, isSensitive, reviewed, now }: AttributeDifference): readonly string[] => [
  `    ${name}`,
  `      reviewed: ${attribute(reviewed, isSensitive)}`,
  `      now:      ${attribute(now, isSensitive)}`,
];

/** What would be done to a thing, in Terraform's words. */
function doing(change: NormalizedChange | undefined): string {
  if (change === undefined) return "nothing";
  const { actions, importId, from } = change;
  return [
    ...(from === undefined ? [] : [`move from ${from}`]),
    ...(importId === undefined ? [] : [`import ${importId}`]),
    ...actions,
  ].join(" and ");
}

/** In what the changes of a stack are not the reviewed ones. */
export const differenceLines = (stack: string, differences: readonly Difference[]): readonly string[] => [
  `${stack}: the changes are not the reviewed ones`,
  ...differences.flatMap(({ address, reviewed, now, attributes }) => [
    `  ${address}: reviewed: ${doing(reviewed)}; now: ${doing(now)}`,
    ...attributes.flatMap(attributeLines),
  ]),
];
