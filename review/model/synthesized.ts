import { isValues, NOWHERE, Unknown, type Thing, type Values } from "./thing";

/** What a resource, a data source or a provider holds. */
type Blocks = Readonly<Record<string, Readonly<Record<string, Values>>>>;

/** The Terraform JSON of a stack, as far as a review reads it. */
export interface StackJson {
  readonly provider?: Readonly<Record<string, readonly Values[]>> & { readonly aws?: readonly Values[] };
  readonly terraform?: Values;
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly check?: Values;
  readonly output?: Values;
  readonly variable?: Values;
  readonly locals?: Values;
  readonly moved?: readonly Values[];
  readonly import?: readonly Values[];
  readonly removed?: readonly Values[];
}

/** What Terraform reads of a block and AWS never sees. */
const META = ["//", "provider", "lifecycle", "depends_on", "for_each", "count", "provisioner", "connection"];

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Where a resource is made, as far as its provider and its own Region say it. */
export function placeOf({ provider }: StackJson, body: Values): Pick<Thing, "account" | "region"> {
  const named = (alias: unknown): string | undefined => (typeof alias === "string" ? `aws.${alias}` : undefined);
  const found = provider?.aws?.find(({ alias }) => body["provider"] === named(alias)) ?? {};
  const accounts = found["allowed_account_ids"];
  const region = body["region"] ?? found["region"];
  return {
    account: Array.isArray(accounts) && accounts.length === 1 ? String(accounts[0]) : undefined,
    region: typeof region === "string" ? region : undefined,
  };
}

/** Targets of an attachment for each of which it is made: as the configuration spells them. */
function targetsOf({ locals }: StackJson, body: Values): readonly string[] | undefined {
  const [, policy] = /^\$\{local\.targets_wanted\["([^"]+)"\]\}$/.exec(text(body["for_each"])) ?? [];
  const listed = locals?.["targets_listed"];
  const targets = policy !== undefined && isValues(listed) ? listed[policy] : undefined;
  return Array.isArray(targets) ? targets.map(String) : undefined;
}

/** A text as AWS gets it: doubled signs become single ones. */
const received = (text: string): string => text.replace(/\$\$\{/g, () => "${").replace(/%%\{/g, () => "%{");

const REFERENCE = /\$\{((?:data\.)?aws_\w+\.[\w-]+[^{}]*)\}/g;

/** What a reference such as `aws_sns_topic.critical_topic.arn` stands for; undefined where nobody can say. */
export type Resolve = (reference: string) => string | undefined;

/** A value with its references resolved. What is one reference that nobody can resolve is unknown. */
export function resolved(value: unknown, resolve: Resolve): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => resolved(each, resolve));
  if (isValues(value))
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== "//")
        .map(([key, inner]) => [key, resolved(inner, resolve)]),
    );
  if (typeof value !== "string") return value;
  const [, whole] = /^\$\{([^{}]+)\}$/.exec(value) ?? [];
  if (whole !== undefined) return resolve(whole) ?? new Unknown([whole]);
  return received(value.replace(REFERENCE, (text, reference: string) => resolve(reference) ?? text));
}

/** A resource as it is written, before its references are resolved. */
export interface Written extends Omit<Thing, "values"> {
  readonly body: Values;
}

/** What a stack is besides its resources: its providers, and what it asks of Terraform. */
export const frameOf = (
  stack: string,
  { provider = {}, terraform }: StackJson,
  readBy: (block: unknown) => unknown,
): readonly Thing[] => {
  const nowhere = { stack, ...NOWHERE };
  const providers = Object.entries(provider).flatMap(([kind, all]) =>
    all.map((written) => {
      const label = [kind, text(written["alias"])].filter((part) => part !== "").join(".");
      const values = { ...written, reads: readBy(written) };
      return { ...nowhere, type: "provider", label, address: `provider.${label}`, values };
    }),
  );
  const settings = terraform === undefined ? [] : [{ type: "terraform", label: stack, values: terraform }];
  return [...providers, ...settings.map((each) => ({ ...nowhere, ...each, address: "terraform" }))];
};

/** An empty list or map, as a text that Terraform works out. */
const EMPTY = /^\$\{\s*(?:0|\{\s*\}|\[\s*\]|to(?:set|map|list)\(\s*(?:\{\s*\}|\[\s*\])\s*\))\s*\}$/;

/**
 * How often a resource is made: at least once, not at all, for each target that is spelled out, or as often as a text says
 * that nobody but Terraform works out.
 */
export type Often = "once" | "never" | "for each target" | "open";

export function howOften(json: StackJson, body: Values): Often {
  const { count, for_each: each } = body;
  if (targetsOf(json, body) !== undefined) return "for each target";
  const asked = count ?? each;
  if (asked === undefined || asked === null) return "once";
  if (isValues(asked)) return Object.keys(asked).length === 0 ? "never" : "open";
  const spelled = typeof asked === "number" ? String(asked) : text(asked);
  if (spelled === "0" || EMPTY.test(spelled)) return "never";
  return /^[1-9]\d*$/.test(spelled) ? "once" : "open";
}

/** The resources of a stack that are made, one for each target where there is one for each. */
export const writtenIn = (stack: string, json: StackJson): readonly Written[] =>
  Object.entries(json.resource ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).flatMap(([label, all]): readonly Written[] => {
      if (howOften(json, all) === "never") return [];
      const body: Values = Object.fromEntries(Object.entries(all).filter(([key]) => !META.includes(key)));
      const base = { stack, type, label, ...placeOf(json, all) };
      const targets = targetsOf(json, all);
      if (targets === undefined) return [{ ...base, address: `${type}.${label}`, body }];
      return targets.map((target) => ({
        ...base,
        address: `${type}.${label}["${target}"]`,
        body: { ...body, target_id: target },
      }));
    }),
  );
