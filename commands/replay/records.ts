import type { Event } from "../../catalogue/detection";
import { isObject } from "../../organization/json";
import { isKnown } from "./shapes";

/** The start of a text, for a report. */
const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The events of a JSON text: itself, or those below `Records`. Reports what is none. */
export function recordsIn(text: string, broken: (reason: string) => void): readonly Event[] {
  const value = parsed(text);
  if (!isObject(value)) {
    broken(`a record must be a JSON object, got ${shown(text)}`);
    return [];
  }
  const records: unknown = value["Records"];
  return (Array.isArray(records) ? (records as readonly unknown[]) : [value]).filter((record): record is Event => {
    if (isObject(record) && isKnown(record)) return true;
    broken(
      `a record must be a CloudTrail record, an EventBridge event or a GuardDuty finding, got ${shown(JSON.stringify(record))}`,
    );
    return false;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
