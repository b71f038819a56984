import { z } from "zod";
import { Definition, type Described } from "./docstrings";
import { formOf, isOptional, required } from "./forms";

/** One field of the configuration. */
export interface Field {
  /** Path as an error message writes it, with `[]` for a place in a list and `<id>` for a key of a map. */
  readonly path: string;
  /** What must be chosen for the field to exist: `auditTrail.mode: "create"`. */
  readonly within: readonly string[];
  readonly form: string;
  readonly optional: boolean;
  /** Value that its docstring gives for the case that it is left out. */
  readonly default: string | undefined;
  /** Its docstring, without the default. Empty where it has none. */
  readonly text: string;
}

interface Place {
  readonly path: string;
  readonly within: readonly string[];
  readonly definition: Definition | undefined;
}

const literalOf = (schema: z.core.$ZodType): string | undefined =>
  schema instanceof z.ZodLiteral ? JSON.stringify([...schema.values][0]) : undefined;

/** The field by whose value one form of an object is told from the others: `mode: "create"`. */
const choiceOf = (option: z.ZodObject, path: string): readonly string[] =>
  Object.entries(option.shape as Readonly<Record<string, z.core.$ZodType>>).flatMap(([name, schema]) => {
    const value = literalOf(schema);
    return value === undefined ? [] : [`${path}.${name}: ${value}`];
  });

function fieldOf(schema: z.core.$ZodType, path: string, within: readonly string[], described?: Described): Field {
  const optional = isOptional(schema);
  return { path, within, form: formOf(schema), optional, default: described?.default, text: described?.text ?? "" };
}

/** The fields below a schema, each followed by those below it. */
function below(given: z.core.$ZodType, { path, within, definition }: Place): readonly Field[] {
  const schema = required(given);
  if (schema instanceof z.ZodArray)
    return below(schema.element, { path: `${path}[]`, within, definition: definition?.item() });
  if (schema instanceof z.ZodRecord)
    return below(schema.valueType, { path: `${path}.<id>`, within, definition: definition?.item() });
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option, index) =>
      option instanceof z.ZodObject
        ? below(option, { path, within: [...within, ...choiceOf(option, path)], definition: definition?.option(index) })
        : [],
    );
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>).flatMap(([name, field]) => {
    const described = definition?.field(name);
    const at = path === "" ? name : `${path}.${name}`;
    return [
      fieldOf(field, at, within, described),
      ...below(field, { path: at, within, definition: described?.definition }),
    ];
  });
}

/** Every field of a schema that a file exports under a name, in the order in which it is written. */
export const fieldsOf = (schema: z.core.$ZodType, file: string, name: string): readonly Field[] =>
  below(schema, { path: "", within: [], definition: Definition.of(file, name) });
