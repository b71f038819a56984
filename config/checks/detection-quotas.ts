import { knownCallFilter } from "../../catalogue/alerts/known-event";
import { notification } from "../../catalogue/alerts/notification";
import type { PreparedPath } from "../../catalogue/alerts/prepare";
import { EVENT_RULE_NAME_LENGTH, INPUT_TEMPLATE_LENGTH } from "../../catalogue/quotas";
import { EVENT_PATTERN_MAX_CHARACTERS } from "../../proofs/event-pattern";
import {
  FILTER_PATTERN_MAX_CHARACTERS,
  LOG_GROUP_MAX_METRIC_FILTERS,
  LOG_GROUP_MAX_REGEX_FILTERS,
} from "../../proofs/filter-pattern";
import { found, type Check } from "./check";

/** Length of the longest pattern of a path. */
const sizeOf = (path: PreparedPath): number =>
  path.kind === "metric" ? Math.max(...path.texts.map((text) => text.length)) : JSON.stringify(path.pattern).length;

const mostOf = ({ kind }: PreparedPath): number =>
  kind === "metric" ? FILTER_PATTERN_MAX_CHARACTERS : EVENT_PATTERN_MAX_CHARACTERS;

/** What makes the event pattern of a detection long: the name of the log group, or of whom guardrails let through. */
const longIn = (id: string) =>
  id.startsWith("exempt-identity-changed")
    ? { where: "guardrails.exemptPrincipals", be: "fewer in the management and the security account: with them" }
    : { where: "auditTrail.logGroupName", be: "shorter: with it" };

/**
 * A filter pattern grows with the roles that it leaves out, an event pattern with the names that it looks for. AWS would
 * refuse it at apply time.
 */
export const patternsFit: Check = ({ detections }) =>
  detections
    .filter(({ path }) => sizeOf(path) > mostOf(path))
    .map(({ id, path }) => ({
      ...(path.kind === "metric"
        ? { where: "detectionTuning.automationRoles", be: "fewer or shorter: with them" }
        : longIn(id)),
      id,
      most: mostOf(path),
      got: sizeOf(path),
    }))
    .map(({ where, be, id, most, got }) => ({
      where,
      rule: `be ${be} the pattern of ${id} is longer than the ${most} characters that AWS allows`,
      got,
    }));

/** Quotas of the one log group on which every filter of the organization trail stands. Neither can be raised. */
export const filtersFit: Check = ({ detectionsByPath: { metric }, knownCall }) => {
  const ofKnownCall = knownCall === undefined ? [] : [knownCallFilter(knownCall)];
  const filters = [...metric.flatMap(({ path }) => path.texts), ...ofKnownCall];
  const regexes = filters.filter((text) => text.includes("%"));
  return found(
    filters.length > LOG_GROUP_MAX_METRIC_FILTERS && {
      where: "detections",
      rule: `list at most ${LOG_GROUP_MAX_METRIC_FILTERS} detections on the trail, detectionTuning.own included: AWS allows no more filters on a log group, and a long pattern takes several`,
      got: filters.length,
    },
    regexes.length > LOG_GROUP_MAX_REGEX_FILTERS && {
      where: "detectionTuning.own",
      rule: `hold at most ${LOG_GROUP_MAX_REGEX_FILTERS} patterns with a regular expression: AWS allows no more on a log group`,
      got: regexes.length,
    },
  );
};

/** The catalogue's ids fit under every name; an operator's may not. */
export const ruleNamesFit: Check = ({ baseline, names }) =>
  baseline.detectionTuning.own.flatMap(({ id, path }, index) => {
    const longer = names.forwardRule(id).length - EVENT_RULE_NAME_LENGTH;
    return path.kind !== "metric" && longer > 0
      ? [
          {
            where: `detectionTuning.own[${index}].id`,
            rule: `be ${longer} shorter: AWS allows ${EVENT_RULE_NAME_LENGTH} characters in the name of its rule, ${names.forwardRule(id)}`,
            got: id,
          },
        ]
      : [];
  });

/** The catalogue's messages fit; an operator's title and first steps may be too long for the rule that writes them. */
export const messagesFit: Check = ({ baseline: { alerting, detectionTuning }, listedDetections }) =>
  listedDetections
    .filter(({ set }) => set === undefined)
    .flatMap((detection, index) => {
      if (detection.path.kind === "metric") return [];
      const { length } = notification(detection, detection.path.kind, alerting.runbooks).inputTemplate;
      const longer = length - INPUT_TEMPLATE_LENGTH;
      return found(
        longer > 0 && {
          where: `detectionTuning.own[${index}].response`,
          rule: `be ${longer} characters shorter: with the title its message has ${length}, and EventBridge sends at most ${INPUT_TEMPLATE_LENGTH}`,
          got: detectionTuning.own[index]?.response,
        },
      );
    });
