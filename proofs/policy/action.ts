import type { Matcher } from "./policy-document";
import { parseTemplate, resolve } from "./template";
import { matches } from "./wildcard";

const PATTERN = /^(\*|[a-z0-9-]+:[a-z0-9*?-]+)$/i;
const NAME = /^[a-z0-9-]+:[a-z0-9-]+$/i;

/** Whether the text names exactly one action: `service:Name`, without wildcards. */
export const isAction = (text: string): boolean => NAME.test(text);

/** The service part of an action or of a pattern: `s3` in `s3:Get*`, in lower case. */
export const serviceOf = (action: string): string => action.split(":")[0]?.toLowerCase() ?? "";

/**
 * Matches action names, which are not case-sensitive, with wildcards anywhere after the service. Undefined where the
 * pattern is neither `*` nor `service:Name`. Source: IAM User Guide, Action; Organizations User Guide, SCP syntax.
 */
export function actionMatcher(pattern: string): Matcher | undefined {
  const template = PATTERN.test(pattern) ? parseTemplate(pattern) : undefined;
  if (!template) return undefined;
  return (action, context) => matches(resolve(template, context) ?? [], action, true);
}
