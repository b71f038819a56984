import type { FilterPattern, Selector } from "../proofs/filter-pattern";
import type { DetectionSettings, MetricPath } from "./detection";

/**
 * Words to write a filter pattern with. `*` at an end of a text stands for anything there.
 *
 * AWS does not document what `!=` means where the field is absent, so there is no bare "not equal" here: `isNot` and
 * `isNoneOf` say that an absent field passes.
 */

/** `userIdentity.type`, or `userIdentity.arn[0]` for a place in a list. */
const selector = (field: string): Selector =>
  field.split(".").flatMap((step) => {
    const [name = "", ...places] = step.split(/[[\]]+/).filter((part) => part !== "");
    return [name, ...places.map(Number)];
  });

const joined = (kind: "all" | "any", parts: readonly FilterPattern[]): FilterPattern => {
  const [first, second, ...more] = parts;
  if (first === undefined) throw new Error(`a filter pattern must have at least one part, got none below "${kind}"`);
  return second === undefined ? first : { kind, parts: [first, second, ...more] };
};

export const allOf = (...parts: readonly FilterPattern[]): FilterPattern => joined("all", parts);

export const anyOf = (...parts: readonly FilterPattern[]): FilterPattern => joined("any", parts);

const equality = (field: string, operator: "=" | "!=", text: string): FilterPattern => ({
  kind: "equality",
  selector: selector(field),
  operator,
  term: { kind: "text", text },
});

export const is = (field: string, text: string): FilterPattern => equality(field, "=", text);

export const isOneOf = (field: string, texts: readonly string[]): FilterPattern =>
  joined(
    "any",
    texts.map((text) => is(field, text)),
  );

export const isAbsent = (field: string): FilterPattern => ({ kind: "absence", selector: selector(field) });

export const isNoneOf = (field: string, texts: readonly string[]): FilterPattern =>
  anyOf(
    isAbsent(field),
    joined(
      "all",
      texts.map((text) => equality(field, "!=", text)),
    ),
  );

/** As `isNoneOf`, where the record may also hold null in place of the field. */
export const isMissingOrNoneOf = (field: string, texts: readonly string[]): FilterPattern =>
  anyOf({ kind: "state", selector: selector(field), state: "NULL" }, isNoneOf(field, texts));

export const isNot = (field: string, text: string): FilterPattern => isNoneOf(field, [text]);

/** The call was carried out: a record of a refused one carries an error code. */
export const succeeded: FilterPattern = isAbsent("errorCode");

/** One of the calls of a service, by its short name: `calls("sns", ["DeleteTopic"])`. */
export const calls = (service: string, names: readonly string[]): FilterPattern =>
  allOf(is("eventSource", `${service}.amazonaws.com`), isOneOf("eventName", names));

/** Field with the ARN of the role behind a role session. Records of users and of root have none. */
export const SESSION_ROLE = "userIdentity.sessionContext.sessionIssuer.arn";

/** What a break-glass role does. Nothing to watch where there are none. */
export const byBreakGlass = (roles: readonly string[], act: FilterPattern): FilterPattern | undefined =>
  roles.length === 0 ? undefined : allOf(act, isOneOf(SESSION_ROLE, roles));

/** The path of a metric filter with this pattern. */
export const metric = (
  pattern: FilterPattern | ((settings: DetectionSettings) => FilterPattern | undefined),
): MetricPath => ({ kind: "metric", pattern });
