import type { EventPattern } from "../../proofs/event-pattern";
import type { FilterPattern } from "../../proofs/filter-pattern";

const exactText = (pattern: FilterPattern, field: string): string | undefined =>
  pattern.kind === "equality" &&
  pattern.operator === "=" &&
  pattern.term.kind === "text" &&
  !pattern.term.text.includes("*") &&
  pattern.selector.join(".") === field
    ? pattern.term.text
    : undefined;

/**
 * The values of a field without which a pattern cannot match; undefined where it can match whatever the field says. A
 * record whose field has another value need not be judged at all.
 */
export function requiredValues(pattern: FilterPattern, field: string): readonly string[] | undefined {
  if (pattern.kind === "all")
    return pattern.parts.map((part) => requiredValues(part, field)).find((values) => values !== undefined);
  if (pattern.kind === "any") {
    const values = pattern.parts.map((part) => requiredValues(part, field));
    return values.every((each) => each !== undefined) ? values.flat() : undefined;
  }
  const text = exactText(pattern, field);
  return text === undefined ? undefined : [text];
}

/** The same of an event pattern, by the path of a field in the event. */
export function requiredInEvent({ combinations }: EventPattern, path: string): readonly string[] | undefined {
  const each = combinations.map((goals) => {
    const matchers = goals.filter((goal) => goal.path === path).flatMap((goal) => goal.matchers);
    const texts = matchers.flatMap((matcher) =>
      matcher.kind === "equals" && typeof matcher.value === "string" ? [matcher.value] : [],
    );
    return matchers.length > 0 && texts.length === matchers.length ? texts : undefined;
  });
  return each.every((texts) => texts !== undefined) ? each.flat() : undefined;
}
