import type { KeyType } from "../key-type";
import type { Matcher } from "../policy-document";
import { parseTemplate, resolve } from "../template";
import { matches, plain, type Glyph } from "../wildcard";
import { pair, type Operators } from "./operator";

const keyTypes: readonly KeyType[] = ["String", "ARN"];
const rule = "hold no ${…} but escapes and known single-valued condition keys";

const compile =
  (test: (pattern: readonly Glyph[], requestValue: string) => boolean) =>
  (policyValue: string): Matcher | undefined => {
    const template = parseTemplate(policyValue);
    if (!template) return undefined;
    return (requestValue, context) => {
      const pattern = resolve(template, context);
      return pattern !== undefined && test(pattern, requestValue);
    };
  };

/** Text, with policy variables; wildcards for Like only. Source: IAM User Guide, String condition operators. */
export const STRING: Operators = {
  ...pair("StringEquals", "StringNotEquals", {
    keyTypes,
    rule,
    compile: compile((pattern, value) => plain(pattern) === value),
  }),
  ...pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", {
    keyTypes,
    rule,
    compile: compile((pattern, value) => plain(pattern).toLowerCase() === value.toLowerCase()),
  }),
  ...pair("StringLike", "StringNotLike", {
    keyTypes,
    rule,
    compile: compile((pattern, value) => matches(pattern, value)),
  }),
};
