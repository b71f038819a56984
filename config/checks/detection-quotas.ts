import { EVENT_PATTERN_MAX_CHARACTERS } from "../../proofs/event-pattern";
import {
  FILTER_PATTERN_MAX_CHARACTERS,
  LOG_GROUP_MAX_METRIC_FILTERS,
  LOG_GROUP_MAX_REGEX_FILTERS,
} from "../../proofs/filter-pattern";
import type { PreparedPath } from "../../catalogue/prepare";
import { PREPARED_DETECTIONS_READ, preparedBy, preparedDetections } from "../prepared-detections";
import { EVENT_RULE_NAME_LENGTH } from "../../catalogue/quotas";
import { check, checkInPartition, found } from "./check";

const sizeOf = (path: PreparedPath): number =>
  path.kind === "metric" ? path.text.length : JSON.stringify(path.pattern).length;

const mostOf = ({ kind }: PreparedPath): number =>
  kind === "metric" ? FILTER_PATTERN_MAX_CHARACTERS : EVENT_PATTERN_MAX_CHARACTERS;

/** A pattern grows with the roles that it names. AWS would refuse it at apply time. */
export const patternsFit = checkInPartition(PREPARED_DETECTIONS_READ, (baseline) =>
  preparedDetections(baseline)
    .filter(({ path }) => sizeOf(path) > mostOf(path))
    .map(({ id, path }) => ({
      where: "detectionTuning.automationRoles",
      rule: `be fewer or shorter: with them the pattern of ${id} is longer than the ${mostOf(path)} characters that AWS allows`,
      got: sizeOf(path),
    })),
);

/** Quotas of the one log group on which every filter of the organization trail stands. Neither can be raised. */
export const filtersFit = checkInPartition(PREPARED_DETECTIONS_READ, (baseline) => {
  const texts = preparedBy(baseline, "metric").map(({ path }) => path.text);
  const regexes = texts.filter((text) => text.includes("%"));
  return found(
    texts.length > LOG_GROUP_MAX_METRIC_FILTERS && {
      where: "detections",
      rule: `list at most ${LOG_GROUP_MAX_METRIC_FILTERS} detections on the trail, detectionTuning.own included: AWS allows no more filters on a log group`,
      got: texts.length,
    },
    regexes.length > LOG_GROUP_MAX_REGEX_FILTERS && {
      where: "detectionTuning.own",
      rule: `hold at most ${LOG_GROUP_MAX_REGEX_FILTERS} patterns with a regular expression: AWS allows no more on a log group`,
      got: regexes.length,
    },
  );
});

/** The longest name that is made of a detection's id: that of the rule which forwards its events. */
const ruleName = (name: string, id: string): string => `${name}-${id}-forward`;

/** The catalogue's ids fit under every name; an operator's may not. */
export const ruleNamesFit = check(["name", "detectionTuning"], ({ name, detectionTuning: { own } }) =>
  own.flatMap(({ id, path }, index) => {
    const longer = ruleName(name, id).length - EVENT_RULE_NAME_LENGTH;
    return path.kind !== "metric" && longer > 0
      ? [
          {
            where: `detectionTuning.own[${index}].id`,
            rule: `be ${longer} shorter: AWS allows ${EVENT_RULE_NAME_LENGTH} characters in the name of its rule, ${ruleName(name, id)}`,
            got: id,
          },
        ]
      : [];
  }),
);
