/** A policy, a pattern, or whatever else AWS returns as JSON in a text. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with names, not a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object in a text. Throws where there is none: AWS returns no other policies. */
export function jsonObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new Error(`AWS must return a JSON object, got ${text.slice(0, 80)}`);
  return value;
}

/** The same, where AWS may return nothing. */
export const optionalJsonObject = (text: string | undefined): JsonObject | undefined =>
  text === undefined || text === "" ? undefined : jsonObject(text);

/** IAM returns its policies URL-encoded. */
export const iamPolicy = (text: string | undefined): JsonObject => jsonObject(decodeURIComponent(text ?? "{}"));

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** The statements of a policy; one alone may stand without a list. */
export const statementsOf = (policy: JsonObject): readonly JsonObject[] => listOf(policy["Statement"]).filter(isObject);

/** Values of a condition key in a policy, whatever the operator. */
export const conditionValues = (policy: JsonObject, key: string): readonly string[] =>
  statementsOf(policy)
    .flatMap(({ Condition }) => (isObject(Condition) ? Object.values(Condition) : []))
    .flatMap((keys) => (isObject(keys) ? listOf(keys[key]) : []))
    .map(String);
