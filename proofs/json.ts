import { refuse } from "./refuse";

/** Whether a value is an object with names, not an array. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The members of a JSON object, none of them outside the known names. Without known names any name will do. */
export function elementsOf(json: unknown, where: string, known?: readonly string[]): Readonly<Record<string, unknown>> {
  if (!isObject(json)) return refuse(where, "be a JSON object", json);
  const unknown = Object.keys(json).find((name) => known !== undefined && !known.includes(name));
  if (unknown !== undefined) refuse(where, `hold no element but ${known?.join(", ")}`, unknown);
  return json;
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
