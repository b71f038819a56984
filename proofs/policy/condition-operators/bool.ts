import { comparing, type Operators } from "./operator";

/** `true` or `false` in any case, or undefined. */
export function parseBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" || lower === "false" ? lower === "true" : undefined;
}

/** Booleans. Source: IAM User Guide, Boolean condition operators. */
export const BOOL: Operators = {
  Bool: {
    keyTypes: ["Bool"],
    negated: false,
    rule: "be true or false",
    compile: comparing(parseBool, (request, policy) => request === policy),
  },
};
