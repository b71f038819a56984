import type { Draft, Values } from "../draft";
import { harmful, harmless, type Pair } from "./pair";

export const set = (address: string, values: Values) => (draft: Draft) => draft.set(address, values);
export const remove = (address: string) => (draft: Draft) => draft.remove(address);

/** One setting, weakened and strengthened. */
export const both = (
  name: string,
  rule: string,
  address: string,
  weak: Values,
  strong: Values,
  says?: RegExp,
): readonly Pair[] => [
  harmful(`${name}: weaker`, rule, set(address, weak), {
    given: set(address, strong),
    ...(says === undefined ? {} : { says }),
  }),
  harmless(`${name}: stronger`, set(address, strong), set(address, weak)),
];
