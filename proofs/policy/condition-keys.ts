import { GLOBAL_KEYS } from "./global-keys";
import type { KeyTable, KeyType } from "./key-type";
import { SERVICE_KEYS } from "./service-keys";

/** One condition key, its name in lower case. `multivalued` keys may hold a list and need a set operator. */
export interface ConditionKey {
  readonly name: string;
  readonly type: KeyType;
  readonly multivalued: boolean;
}

const entries = (table: KeyTable): readonly ConditionKey[] =>
  Object.entries(table).flatMap(([type, names]) =>
    names.map((name) => ({
      name: name.toLowerCase(),
      type: type.replace("[]", "") as KeyType,
      multivalued: type.endsWith("[]"),
    })),
  );

const KNOWN = [...entries(GLOBAL_KEYS), ...entries(SERVICE_KEYS)];
const EXACT: ReadonlyMap<string, ConditionKey> = new Map(KNOWN.map((key) => [key.name, key]));
const FAMILIES = KNOWN.filter((key) => key.name.endsWith("*")).map((key) => ({ ...key, name: key.name.slice(0, -1) }));

/** The key of this name, whatever its case, or undefined for a key that this evaluator does not know. */
export function conditionKey(name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  if (lower.includes("*")) return undefined;
  const family = FAMILIES.find((key) => lower.startsWith(key.name) && lower.length > key.name.length);
  return EXACT.get(lower) ?? (family && { ...family, name: lower });
}
