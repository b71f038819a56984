import { z } from "zod";

/** A schema without what makes it optional. */
export function required(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? required(schema.unwrap()) : schema;
}

export const isOptional = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;

/** More values than a reader compares by eye. */
const MANY = 12;

const code = (value: unknown): string => `\`${String(value)}\``;

function values(list: readonly unknown[]): string {
  if (list.length <= MANY) return `one of ${list.map(code).join(", ")}`;
  return `one of ${list
    .slice(0, MANY / 2)
    .map(code)
    .join(", ")} and ${list.length - MANY / 2} more`;
}

/** What the schema says of a value that is wrong in some way: its rules, in the words of the messages. */
function rules(schema: z.core.$ZodType, probes: readonly unknown[]): readonly string[] {
  const messages = probes.flatMap((probe) => z.safeParse(schema, probe).error?.issues.slice(0, 1) ?? []);
  const rule = messages.map(({ message }) => message).filter((message) => !message.startsWith("Invalid"));
  return [...new Set(rule)].map((message) => message.replace(/^be /, ""));
}

const sentence = (what: string, more: readonly string[]): string => [what, ...more].join("; ");

const listOf = (form: string): string => (form === "object" ? "list of objects" : `list; each: ${form}`);

/** The form of a field, in words: `one of …`, or the rule by which it is refused. */
export function formOf(given: z.core.$ZodType): string {
  const schema = required(given);
  if (schema instanceof z.ZodEnum) return values(schema.options);
  if (schema instanceof z.ZodLiteral) return code([...schema.values][0]);
  if (schema instanceof z.ZodArray) return sentence(listOf(formOf(schema.element)), rules(schema, [[]]));
  if (schema instanceof z.ZodRecord)
    return `map; each key: ${formOf(schema.keyType)}; each value: ${formOf(schema.valueType)}`;
  if (schema instanceof z.ZodObject) return "object";
  if (schema instanceof z.ZodUnion && schema.options.every((option) => option instanceof z.ZodObject)) return "object";
  const [first = "text", ...others] = rules(schema, [undefined, "", -1]);
  return sentence(first, others);
}
