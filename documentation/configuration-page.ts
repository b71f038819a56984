import { join } from "node:path";
import { baselineSchema } from "../config/schema/baseline";
import { GENERATED, capitalized } from "./page";
import { markdownTable } from "./markdown-table";
import { fieldsOf, type Field } from "./schema-fields";

const SCHEMA = join(__dirname, "..", "config", "schema", "baseline.ts");

/** Every field of the configuration. */
export const configurationFields = (): readonly Field[] => fieldsOf(baselineSchema, SCHEMA, "baselineSchema");

/** Sentences of a docstring that begin so have a line of their own. */
const LABELS = ["Cost", "Lock-out risk", "Abuse risk", "Risk"] as const;

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=\.\)?) (?=[A-Z`])/);

const isLabelled = (sentence: string): boolean => LABELS.some((label) => sentence.startsWith(`${label}: `));

const meaningOf = ({ text }: Field): string =>
  sentencesOf(text)
    .filter((sentence) => !isLabelled(sentence))
    .join(" ");

/** A value that tells one form of its object from another stands in the title: `organization.mode: "owned"`. */
const choiceIn = ({ path, within }: Field): string | undefined =>
  within.find((choice) => choice.startsWith(`${path}: `));

const lines = (field: Field): readonly string[] => {
  const given = field.within.filter((choice) => choice !== choiceIn(field));
  return [
    ...(given.length === 0 ? [] : [`Only with ${given.map((each) => `\`${each}\``).join(" and ")}.`]),
    ...(field.form === "object" || choiceIn(field) !== undefined ? [] : [`Form: ${field.form}.`]),
    field.optional ? `Default: ${field.default ?? ""}.` : "Required.",
    ...sentencesOf(field.text).filter(isLabelled),
  ];
};

const section =
  (heading: "##" | "###") =>
  (field: Field): string => `${heading} \`${choiceIn(field) ?? field.path}\`

${capitalized(meaningOf(field))}

${lines(field)
  .map((line) => `- ${line}`)
  .join("\n")}
`;

const anchor = (title: string): string => title.toLowerCase().replace(/[^a-z0-9_-]/g, "");

const isTop = ({ path }: Field): boolean => !/[.[]/.test(path);

const group = (top: Field, fields: readonly Field[]): string =>
  [
    section("##")(top),
    ...fields.filter((field) => field !== top && field.path.split(/[.[]/)[0] === top.path).map(section("###")),
  ].join("\n");

/** docs/configuration.md, from the schema and the docstrings above its fields. */
export function configurationPage(): string {
  const fields = configurationFields();
  const tops = fields.filter(isTop);
  return `${GENERATED}

# Configuration

Every field of \`baseline.config.ts\`: its form, its default, and, where there is something to say, what it costs and
what it could lock out. An editor shows the same text when you hover over a field. A path is written as error messages
write it; \`[]\` is a place in a list, \`<id>\` a key of a map. The shipped
[baseline.config.ts](../baseline.config.ts) and the [examples](../examples/) show the fields in use. A wrong
configuration is refused before anything is planned, and all its mistakes are reported at once.

${markdownTable(
  ["field", "", "what it decides"],
  tops.map((top) => [
    `[${top.path}](#${anchor(top.path)})`,
    top.optional ? "optional" : "required",
    sentencesOf(meaningOf(top))[0] ?? "",
  ]),
)}

${tops.map((top) => group(top, fields)).join("\n")}`;
}
