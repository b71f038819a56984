import type { StackJson } from "./synthesized";
import { blocksOf, isValues, NOWHERE, withoutKey, type Thing, type Values } from "./thing";

/** The type of the things here that say what exists and comes under Terraform. */
export const IMPORT = "import";

/** Kinds of blocks that a review reads. */
const READ = ["//", "provider", "terraform", "resource", "data", "check", "output", "variable", "locals"];
const ADDRESSED = ["moved", "import", "removed"];

/** What is taken over. An attachment is all that its id says: nothing of it could be overwritten. */
const importsOf = (stack: string, { import: all }: StackJson): readonly Thing[] =>
  blocksOf(all)
    .filter(({ to }) => !/^aws_organizations_policy_attachment\b/.test(String(to)))
    .map(({ to, ...values }) => ({
      ...{ stack, address: String(to), type: IMPORT, label: withoutKey(to) },
      ...NOWHERE,
      values,
    }));

/** Modules, actions and whatever else may come: each by its name, so that no rule passes it over. */
const strangersOf = (stack: string, json: StackJson): readonly Thing[] =>
  Object.entries(json as Values)
    .filter(([kind]) => !READ.includes(kind) && !ADDRESSED.includes(kind))
    .flatMap(([type, all]) =>
      Object.entries(isValues(all) ? all : { "": all }).map(([label, body]) => ({
        ...{ stack, address: `${type}.${label}`, type, label },
        ...NOWHERE,
        values: { body },
      })),
    );

/** What else a stack holds that decides what becomes of its resources, or that no rule reads. */
export const othersOf = (stack: string, json: StackJson): readonly Thing[] => [
  ...importsOf(stack, json),
  ...strangersOf(stack, json),
];

/** Whether a resource that is gone from a stack is left standing: a `removed` block says so. */
export const isReleased = (json: StackJson | undefined, address: string): boolean =>
  blocksOf(json?.removed).some(
    ({ from, lifecycle }) =>
      withoutKey(from) === withoutKey(address) && blocksOf(lifecycle).some(({ destroy }) => destroy === false),
  );
