import { DETECTIONS } from "../../../catalogue/detections";
import { EVENT_PATTERN_MAX_CHARACTERS } from "../../../proofs/event-pattern";
import {
  FILTER_PATTERN_MAX_CHARACTERS,
  LOG_GROUP_MAX_METRIC_FILTERS,
  LOG_GROUP_MAX_REGEX_FILTERS,
} from "../../../proofs/filter-pattern";
import { proofPath } from "./verdicts";

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
