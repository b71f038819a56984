import { DETECTION_PROOF_SETTINGS } from "../../../catalogue/detection";
import { DETECTIONS } from "../../../catalogue/detections";
import { preparedPath } from "../../../catalogue/prepare";
import { ROOT_TASKS } from "../../../catalogue/root-tasks";
import { EVENT_PATTERN_MAX_CHARACTERS } from "../../../proofs/event-pattern";
import {
  FILTER_PATTERN_MAX_CHARACTERS,
  LOG_GROUP_MAX_METRIC_FILTERS,
  LOG_GROUP_MAX_REGEX_FILTERS,
} from "../../../proofs/filter-pattern";
import { proofPath } from "./proof-path";

const paths = DETECTIONS.map((detection) => [detection.id, proofPath(detection)] as const);

test.each(paths)("%s keeps within the length of its pattern", (_id, path) => {
  if (path.kind === "metric") expect(path.text.length).toBeLessThanOrEqual(FILTER_PATTERN_MAX_CHARACTERS);
  else expect(JSON.stringify(path.pattern).length).toBeLessThanOrEqual(EVENT_PATTERN_MAX_CHARACTERS);
});

test("the whole catalogue fits on one log group", () => {
  const texts = paths.flatMap(([, path]) => (path.kind === "metric" ? [path.text] : []));
  expect(texts.length).toBeLessThanOrEqual(LOG_GROUP_MAX_METRIC_FILTERS);
  expect(texts.filter((text) => text.includes("%")).length).toBeLessThanOrEqual(LOG_GROUP_MAX_REGEX_FILTERS);
});

test("the longest names that a configuration can have leave every pattern short enough", () => {
  const name = "a".repeat(24);
  const settings = {
    ...DETECTION_PROOF_SETTINGS,
    name,
    breakGlassRoles: ROOT_TASKS.map(({ id }) => `arn:aws-us-gov:iam::222222222222:role/${name}-break-glass-${id}`),
    trailBucket: "b".repeat(63),
    trailName: "c".repeat(128),
  };
  const longest = DETECTIONS.map(({ path }) => preparedPath(path, settings, [])).flatMap((path) =>
    path?.kind === "metric" ? [path.text.length] : [],
  );
  expect(Math.max(...longest)).toBeLessThanOrEqual(FILTER_PATTERN_MAX_CHARACTERS);
});
