import { howOften, placeOf, type StackJson } from "./synthesized";
import { canonical, isValues, type Thing, type Values } from "./thing";

/** What a block reads of its stack, straight or by another: the text of each local, variable and data source, by name. */
export type Sources = Readonly<Record<string, string>>;

/** The type of the things here: a resource, as a reader of sources. */
export const READER = "reader";

/** Locals that hold what is configured, target by target: what comes and goes there is judged as what it does. */
const CONFIGURED = ["targets_listed", "targets_found"];

const NAME = /\b(?:(local|var)\.([\w-]+)|data\.([\w-]+)\.([\w-]+))/g;

/** An address of a map that asks the same of each resource in it. */
const ASKED = /"(aws_\w+\.[\w-]+)" = \1\.\w+(?:, )?/g;

const without = (body: Values, ...keys: readonly string[]): Values =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== "//" && !keys.includes(key)));

/** A text, and of each resource whether it is asked in it: one that comes or goes is a source of its own. */
function listing(name: string, text: string, { resource = {} }: StackJson): Sources {
  const asked = new Set([...text.matchAll(ASKED)].map(([, address]) => address));
  const all = Object.entries(resource).flatMap(([type, byName]) =>
    Object.keys(byName).map((label) => `${type}.${label}`),
  );
  return {
    [name]: text.replace(ASKED, ""),
    ...Object.fromEntries(all.map((address) => [`${name}["${address}"]`, asked.has(address) ? "asked" : "not asked"])),
  };
}

function local(name: string, value: unknown, json: StackJson): Sources {
  if (value === undefined) return {};
  if (typeof value === "string") return listing(`local.${name}`, value, json);
  if (!CONFIGURED.includes(name) || !isValues(value)) return { [`local.${name}`]: canonical(value) };
  const worked = Object.entries(value).filter(([, each]) => canonical(each).includes("${"));
  return Object.fromEntries(worked.map(([key, each]) => [`local.${name}["${key}"]`, canonical(each)]));
}

/** What a variable or a data source says or asks of itself: that is judged where it stands. */
const OF_ITSELF = ["description", "validation", "lifecycle", "depends_on"];
const HOW_OFTEN = ["count", "for_each"];

/** What a name that a text reads stands for: what of it is compared, and all of it, for the names in it. */
function source(json: StackJson, [all, kind, name = "", type = "", label = ""]: RegExpExecArray) {
  if (kind === "local") return { all, body: json.locals?.[name], texts: local(name, json.locals?.[name], json) };
  const held = kind === "var" ? json.variable?.[name] : json.data?.[type]?.[label];
  // A base that an earlier version kept has nothing of what conditions read.
  if (!isValues(held)) return { all, body: undefined, texts: {} };
  const body = without(held, ...OF_ITSELF, ...(held["lifecycle"] === undefined ? [] : HOW_OFTEN));
  // Of a provider it matters where it works, not how it is called: a Region more gives all of them other names.
  const asked = kind === "var" ? body : { ...without(body, "provider"), place: placeOf(json, held) };
  return { all, body, texts: { [all]: canonical(asked) } };
}

/** What a block of a stack reads. */
export function sourcesOf(json: StackJson, block: unknown): Sources {
  const found: Record<string, Sources> = {};
  const texts = [JSON.stringify(block ?? null)];
  for (let text = texts.pop(); text !== undefined; text = texts.pop())
    for (const match of text.matchAll(NAME)) {
      const { all, body, texts: compared } = source(json, match);
      if (found[all] !== undefined) continue;
      found[all] = compared;
      texts.push(JSON.stringify(body ?? null));
    }
  return Object.assign({}, ...Object.values(found)) as Sources;
}

/** The resources of a stack that are made, as readers, with what decides how often and where. */
export const readersOf = (stack: string, json: StackJson): readonly Thing[] =>
  Object.entries(json.resource ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).flatMap(([label, body]) => {
      const often = howOften(json, body);
      if (often === "never") return [];
      const values = {
        reads: sourcesOf(json, without(body, "lifecycle", "depends_on")),
        provider: body["provider"],
        ...(often === "open" ? { count: body["count"], for_each: body["for_each"] } : {}),
      };
      return [{ stack, address: `${type}.${label}`, type: READER, label, ...placeOf(json, body), values }];
    }),
  );
