import { isBody } from "../../../terraform/json";

/** Arguments that are blocks: JSON writes both alike. */
const BLOCKS: ReadonlySet<string> = new Set(["assume_role", "default_tags"]);

const IDENTIFIER = /^[A-Za-z_][\w-]*$/;

const label = (name: string): string => (IDENTIFIER.test(name) ? name : JSON.stringify(name));

/** A value of Terraform's JSON in Terraform's language: an expression alone needs no quotes. */
export function hclValue(value: unknown, indent = ""): string {
  if (typeof value === "string") return /^\$\{([\w.-]+)\}$/.exec(value)?.[1] ?? JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => hclValue(each, indent)).join(", ")}]`;
  if (!isBody(value)) return JSON.stringify(value);
  if (Object.keys(value).length === 0) return "{}";
  return ["{", ...hclArguments(value, `${indent}  `), `${indent}}`].join("\n");
}

/** Arguments below each other, with their equals signs in one column, as `terraform fmt` sets them; then the blocks. */
export function hclArguments(body: Readonly<Record<string, unknown>>, indent: string): readonly string[] {
  const all = Object.entries(body).filter(([, value]) => value !== undefined);
  const flat = all.filter(([name]) => !BLOCKS.has(name));
  const width = Math.max(0, ...flat.map(([name]) => label(name).length));
  return [
    ...flat.map(([name, value]) => `${indent}${label(name).padEnd(width)} = ${hclValue(value, indent)}`),
    ...all
      .filter(([name]) => BLOCKS.has(name))
      .flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value])
          .filter(isBody)
          .flatMap((inner) => ["", `${indent}${name} {`, ...hclArguments(inner, `${indent}  `), `${indent}}`]),
      ),
  ];
}

/** A block with its labels. */
export const hclBlock = (head: string, body: Readonly<Record<string, unknown>>): string =>
  [`${head} {`, ...hclArguments(body, "  "), "}"].join("\n");
