import { splitArn, splitArnTemplate } from "./arn";
import type { Matcher } from "./policy-document";
import { hasVariable, parseTemplate, resolve, type Template } from "./template";
import { matches } from "./wildcard";

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

/**
 * Matches the resource of a call against `*` or an ARN pattern, case-sensitively. Undefined where the pattern has not
 * six fields, a wildcard in the service field, or a policy variable before the fifth colon. Source: IAM User Guide,
 * Resource ("if the `*` is the last character of a segment, it can expand to match beyond the colon boundaries") and
 * Policy variables ("after the fifth colon").
 */
export function resourceMatcher(pattern: string): Matcher | undefined {
  if (pattern === "*") return () => true;
  const template = parseTemplate(pattern);
  const fields = template && splitArnTemplate(template);
  if (!fields) return undefined;
  if (fields.slice(0, LAST).some(hasVariable) || fields[SERVICE]?.some((token) => "wild" in token)) return undefined;
  const colon = { char: ":" };
  const whole = fields.flatMap((field, index) => (index === LAST ? field : [...bounded(field), colon]));
  return (resource, context) => {
    const glyphs = resolve(whole, context);
    return glyphs !== undefined && matches(glyphs, resource);
  };
}
