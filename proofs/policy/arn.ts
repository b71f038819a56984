import { hasVariable, matches, parseTemplate, resolve, type Template } from "./pattern";
import type { Matcher } from "./policy-document";

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

/** What a call on no specific resource has for a resource. */
export const NO_RESOURCE = "*";

const SERVICE = 2;
const LAST = 5;

/** Whether the text names exactly one resource: no wildcard before the part that the service itself names. */
export const isResource = (text: string): boolean =>
  text === NO_RESOURCE ||
  splitArn(text)
    ?.slice(0, LAST)
    .every((field) => !/[*?]/.test(field)) === true;

/** A wildcard stays inside its field, except a `*` that ends it: that one may reach past the colon. */
const bounded = (field: Template): Template =>
  field.map((token, index) =>
    "wild" in token && !(token.wild === "*" && index === field.length - 1) ? { ...token, within: true } : token,
  );

const COLON = { char: ":" } as const;

/**
 * The fields of a resource pattern: six, or fewer where the last one ends in `*`, which then stands for the rest, too. A
 * shorter one without it (`arn:aws:sqs`) is none here: AWS says that it completes it in identity-based policies, and says
 * nothing of policies of an organization. Source: IAM User Guide, IAM ARNs, note on incomplete ARNs; read 2026-11-25.
 */
function resourceFields(template: Template): readonly Template[] | undefined {
  const missing = FIELDS - 1 - template.filter((token) => "char" in token && token.char === ":").length;
  const last = template.at(-1);
  if (missing <= 0 || missing >= FIELDS - 1 - SERVICE || last === undefined || !("wild" in last) || last.wild !== "*")
    return splitArnTemplate(template);
  const filled = Array.from({ length: missing }, () => [COLON, last]).flat();
  return splitArnTemplate([...template, ...filled])?.slice(0, FIELDS - missing);
}

/**
 * Matches the resource of a call against `*` or an ARN pattern, case-sensitively. Undefined where the pattern has not the
 * fields of an ARN, a wildcard in the service field, or a policy variable before the fifth colon. Source: IAM User Guide,
 * Resource ("if the `*` is the last character of a segment, it can expand to match beyond the colon boundaries") and
 * Policy variables ("after the fifth colon").
 */
export function resourceMatcher(pattern: string): Matcher | undefined {
  if (pattern === "*") return () => true;
  const template = parseTemplate(pattern);
  const fields = template && resourceFields(template);
  if (!fields) return undefined;
  if (fields.slice(0, LAST).some(hasVariable) || fields[SERVICE]?.some((token) => "wild" in token)) return undefined;
  const whole = fields.flatMap((field, index) => (index === fields.length - 1 ? field : [...bounded(field), COLON]));
  return (resource, context) => {
    const glyphs = resolve(whole, context);
    return glyphs !== undefined && matches(glyphs, resource);
  };
}
