import type { Event } from "../../catalogue/detection";

const isObject = (value: unknown): value is Event =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The start of a text, for a report. */
const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The events of a JSON text: itself, or those below `Records`. Reports what is none. */
export function recordsIn(text: string, broken: (reason: string) => void): readonly Event[] {
  const value = parsed(text);
  if (!isObject(value)) {
    broken(`a record must be a JSON object, got ${shown(text)}`);
    return [];
  }
  const records = value["Records"];
  return Array.isArray(records) ? records.filter(isObject) : [value];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
