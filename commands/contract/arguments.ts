import { parseArgs } from "node:util";
import { mistake } from "./mistake";
import { HELP_OPTION, type Option, type Operands, type OptionTable, type Values } from "./options";

/** What was asked of a command. */
export interface Asked<Table extends OptionTable> {
  readonly options: Values<Table>;
  readonly operands: readonly string[];
}

/** What a command takes. */
export interface Accepted<Table extends OptionTable> {
  readonly name: string;
  readonly options: Table;
  readonly operands?: Operands;
}

const listed = (names: readonly string[]): string => names.map((name) => `--${name}`).join(", ");

/** The values of each option as they were written. Says what is wrong with the first that is. */
function written(args: readonly string[], table: OptionTable): readonly [Map<string, string[]>, string[]] {
  const known: OptionTable = { ...table, help: HELP_OPTION };
  const types = Object.entries(known).map(([name, { takes }]) => [
    name,
    { type: takes === "nothing" ? ("boolean" as const) : ("string" as const) },
  ]);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types) as Record<string, { type: "boolean" | "string" }>,
    strict: false,
    tokens: true,
  });
  const [given, operands] = [new Map<string, string[]>(), [] as string[]];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) mistake("option", `be one of ${listed(Object.keys(known))}`, token.rawName);
    // `--account --json`: the next option is no value. A value that begins with a hyphen is written with `=`.
    const isSwallowed = token.inlineValue === false && /^-./.test(token.value);
    if (option.takes !== "nothing" && (token.value === undefined || token.value === "" || isSwallowed))
      mistake(`--${token.name}`, `have a value: --${token.name}=${option.value}`, token.value);
    if (option.takes === "nothing" && token.value !== undefined)
      mistake(`--${token.name}`, "have no value", token.value);
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ""]);
  }
  return [given, operands];
}

function check(name: string, option: Option, values: readonly string[], given: ReadonlyMap<string, unknown>): void {
  if (option.takes === "one" && values.length > 1) mistake(`--${name}`, "be given once", values);
  const other = option.without?.find((each) => given.has(each));
  if (other !== undefined) mistake(`--${name}`, `stand without --${other}`, `--${name} --${other}`);
  const rule = option.takes === "nothing" ? undefined : option.rule;
  const wrong = rule && values.find((value) => !rule.holds(value));
  if (rule !== undefined && wrong !== undefined) mistake(`--${name}`, rule.must, wrong);
}

function valueOf({ takes }: Option, values: readonly string[] | undefined) {
  if (takes === "nothing") return values !== undefined;
  return takes === "many" ? (values ?? []) : values?.[0];
}

/** Reads arguments by the table of a command. Throws a Mistake for whatever the table does not know. */
export function asked<Table extends OptionTable>(accepted: Accepted<Table>, args: readonly string[]): Asked<Table> {
  const { name, options, operands } = accepted;
  const [given, positional] = written(args, options);
  for (const [option, values] of given) check(option, options[option] ?? HELP_OPTION, values, given);
  if (operands === undefined && positional.length > 0)
    mistake(name, "get options only (see --help)", positional.join(" "));
  if (operands?.are !== undefined && positional.length === 0) mistake(name, `get ${operands.are} (see --help)`);
  if (operands?.most !== undefined && positional.length > operands.most)
    mistake(name, `get ${operands.most} operand at most (see --help)`, positional.join(" "));
  const values = Object.entries(options).map(([option, each]) => [option, valueOf(each, given.get(option))]);
  return { options: Object.fromEntries(values) as Values<Table>, operands: positional };
}
