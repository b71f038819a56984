import type { Matcher } from "./policy-document";
import { parseTemplate, resolve, type Template } from "./template";
import { matches } from "./wildcard";

const FIELDS = 6;

/** The six fields of an ARN, colons in the last one included, or undefined where the text is no ARN. */
export function splitArn(text: string): readonly string[] | undefined {
  const parts = text.split(":");
  const fields = [...parts.slice(0, FIELDS - 1), parts.slice(FIELDS - 1).join(":")];
  return parts.length >= FIELDS && fields[0] === "arn" && fields[FIELDS - 1] !== "" ? fields : undefined;
}

/** The six fields of an ARN pattern in a policy. A colon inside a variable's name or default separates nothing. */
export function splitArnTemplate(template: Template): readonly Template[] | undefined {
  const fields: Template[] = [[]];
  for (const token of template) {
    const current = fields[fields.length - 1] ?? [];
    if (fields.length < FIELDS && "char" in token && token.char === ":") fields.push([]);
    else fields[fields.length - 1] = [...current, token];
  }
  const prefix = (fields[0] ?? []).map((token) => ("char" in token ? token.char : "*")).join("");
  return fields.length === FIELDS && prefix === "arn" && fields[FIELDS - 1]?.length !== 0 ? fields : undefined;
}

/**
 * Matches ARNs field by field, so that a wildcard never crosses a colon before the last field, case-sensitively.
 * Undefined where the pattern has not six fields: AWS completes short ARNs in identity-based policies only. Source:
 * IAM User Guide, ARN condition operators ("each of the six colon-delimited components is checked separately").
 */
export function arnMatcher(pattern: string): Matcher | undefined {
  const template = parseTemplate(pattern);
  const fields = template && splitArnTemplate(template);
  if (!fields) return undefined;
  return (arn, context) => {
    const parts = splitArn(arn);
    return fields.every((field, index) => {
      const part = parts?.[index];
      const glyphs = resolve(field, context);
      return part !== undefined && glyphs !== undefined && matches(glyphs, part);
    });
  };
}
