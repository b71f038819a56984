import { DETECTION_PROOF_SETTINGS, type Detection, type Event } from "../../../catalogue/detection";
import { preparedPath, type PreparedPath } from "../../../catalogue/prepare";
import { matchesEventPattern, parseEventPattern } from "../../../proofs/event-pattern";
import { filterPatternReadings, matchesFilterPattern, parseFilterPattern } from "../../../proofs/filter-pattern";

/** The path of a detection as the proofs judge it. Throws where the proof settings leave it nothing to watch. */
export function proofPath({ id, path }: Detection): PreparedPath {
  const prepared = preparedPath(path, DETECTION_PROOF_SETTINGS, []);
  if (prepared === undefined) throw new Error(`${id} must have a path under the proof settings, got none`);
  return prepared;
}

/** What a path says of an event: once for each reading of what AWS leaves open. A rule has only one. */
export const verdicts = (path: PreparedPath, event: Event): readonly boolean[] => {
  if (path.kind !== "metric") return [matchesEventPattern(parseEventPattern(path.pattern), event)];
  const pattern = parseFilterPattern(path.text);
  return filterPatternReadings.map((reading) => matchesFilterPattern(pattern, event, reading));
};

/** Whether a path fires under every reading. */
export const firesOn = (path: PreparedPath, event: Event): boolean => verdicts(path, event).every((fired) => fired);
