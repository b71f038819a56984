import { refuse } from "./refuse";

/** The members of a JSON object, none of them outside the known names. An open object is one without known names. */
export function elementsOf(json: unknown, where: string, known?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return refuse(where, "be a JSON object", json);
  const elements = Object.entries(json);
  const unknown = elements.find(([name]) => known !== undefined && !known.includes(name));
  if (unknown) refuse(where, `hold no element but ${known?.join(", ")}`, unknown[0]);
  return Object.fromEntries(elements);
}

/** A value or a list of values as texts, at least one of them. Numbers and booleans count as text where allowed. */
export function textsOf(json: unknown, where: string, scalars = false): readonly string[] {
  const values: readonly unknown[] = Array.isArray(json) ? json : [json];
  if (values.length === 0) refuse(where, "hold at least one value", json);
  return values.map((value) => {
    if (typeof value === "string") return value;
    if (scalars && (typeof value === "number" || typeof value === "boolean")) return String(value);
    return refuse(where, "hold only text", value);
  });
}
