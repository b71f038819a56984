import { DETECTION_PROOF_SETTINGS } from "../../../catalogue/detection";
import { DETECTIONS } from "../../../catalogue/detections";
import { preparedPath, preparedTwin } from "../../../catalogue/alerts/prepare";
import { ROOT_TASKS } from "../../../catalogue/aws/root-tasks";
import { EVENT_PATTERN_MAX_CHARACTERS } from "../../../proofs/event-pattern";
import {
  FILTER_PATTERN_MAX_CHARACTERS,
  LOG_GROUP_MAX_METRIC_FILTERS,
  LOG_GROUP_MAX_REGEX_FILTERS,
} from "../../../proofs/filter-pattern";
import { proofPath } from "./proof-path";

const paths = DETECTIONS.map((detection) => [detection.id, proofPath(detection)] as const);

test.each(paths)("%s keeps within the length of its pattern", (_id, path) => {
  if (path.kind === "metric")
    for (const text of path.texts) expect(text.length).toBeLessThanOrEqual(FILTER_PATTERN_MAX_CHARACTERS);
  else expect(JSON.stringify(path.pattern).length).toBeLessThanOrEqual(EVENT_PATTERN_MAX_CHARACTERS);
});

test("the whole catalogue fits on one log group", () => {
  const texts = paths.flatMap(([, path]) => (path.kind === "metric" ? path.texts : []));
  expect(texts.length).toBeLessThanOrEqual(LOG_GROUP_MAX_METRIC_FILTERS);
  expect(texts.filter((text) => text.includes("%")).length).toBeLessThanOrEqual(LOG_GROUP_MAX_REGEX_FILTERS);
});

test("the longest names that a configuration can have leave every pattern short enough", () => {
  const name = "a".repeat(24);
  const settings = {
    ...DETECTION_PROOF_SETTINGS,
    name,
    breakGlassRoles: ROOT_TASKS.map(({ id }) => `arn:aws-us-gov:iam::222222222222:role/${name}-break-glass-${id}`),
    logBuckets: ["b".repeat(63), "a".repeat(63)],
    trailName: "c".repeat(128),
    trailLogGroup: "d".repeat(120),
  };
  const longest = DETECTIONS.map(({ path }) => preparedPath(path, settings, [])).flatMap((path) =>
    path?.kind === "metric" ? path.texts.map((text) => text.length) : [],
  );
  expect(Math.max(...longest)).toBeLessThanOrEqual(FILTER_PATTERN_MAX_CHARACTERS);
  const rules = DETECTIONS.map(({ id, path }) => [id, preparedTwin(path, settings)] as const).flatMap(([id, twin]) =>
    twin?.kind === "event" ? [{ id, length: JSON.stringify(twin.pattern).length }] : [],
  );
  expect(rules.filter(({ length }) => length > EVENT_PATTERN_MAX_CHARACTERS)).toEqual([]);
});
