import { isBody, listOf } from "./json";
import { canonical } from "./planning/normalized-changes";

/** The Terraform JSON of a stack. */
export type TerraformJson = Readonly<Record<string, unknown>>;

type Named = readonly [address: string, body: unknown];

const entriesOf = (value: unknown): readonly Named[] => (isBody(value) ? Object.entries(value) : []);

const textOf = (body: unknown, ...names: readonly string[]): string => {
  const values = Object.fromEntries(entriesOf(body));
  return names.map((name) => values[name]).find((value): value is string => typeof value === "string") ?? "";
};

/** Blocks of which a stack has several without a name, each with what tells it from the others. */
const unnamed = (kind: string, all: readonly unknown[]): readonly Named[] =>
  all.map((body) => [`${kind} ${textOf(body, "to", "from")}`.trim(), body]);

const providers = (kind: string, all: unknown): readonly Named[] =>
  listOf(all).map((body) => [["provider", kind, textOf(body, "alias")].filter(Boolean).join("."), body]);

/** The blocks of one kind, as Terraform's messages name them. */
function blocksOfKind([kind, value]: Named): readonly Named[] {
  if (Array.isArray(value)) return unnamed(kind, value);
  const named = entriesOf(value);
  if (named.length === 0) return [[kind, value]];
  if (kind === "provider") return named.flatMap(([name, all]) => providers(name, all));
  if (kind !== "resource" && kind !== "data") return named.map(([name, body]) => [`${kind}.${name}`, body]);
  const mode = kind === "data" ? "data." : "";
  return named.flatMap(([type, all]): readonly Named[] =>
    entriesOf(all).map(([name, body]) => [`${mode}${type}.${name}`, body]),
  );
}

/** Every block of a stack with its address. */
export const blocksOf = (stack: TerraformJson): readonly Named[] => Object.entries(stack).flatMap(blocksOfKind);

/** Texts of what each address holds: an address may stand there twice. */
function heldBy(stack: TerraformJson): ReadonlyMap<string, string> {
  const held = new Map<string, string>();
  for (const [address, body] of blocksOf(stack))
    held.set(address, `${held.get(address) ?? ""}${canonical(body ?? null)}`);
  return held;
}

/** Addresses of the blocks that are in one of two stacks alone, or hold something else in it, sorted. */
export function differingBlocks(left: TerraformJson, right: TerraformJson): readonly string[] {
  const [before, after] = [heldBy(left), heldBy(right)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((address) => before.get(address) !== after.get(address))
    .sort();
}
