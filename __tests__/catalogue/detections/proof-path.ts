import { DETECTION_PROOF_SETTINGS, type Detection } from "../../../catalogue/detection";
import { preparedPath, type PreparedPath } from "../../../catalogue/alerts/prepare";

/** The path of a detection as the proofs judge it. Throws where the proof settings leave it nothing to watch. */
export function proofPath({ id, path }: Detection): PreparedPath {
  const prepared = preparedPath(path, DETECTION_PROOF_SETTINGS, []);
  if (prepared === undefined) throw new Error(`${id} must have a path under the proof settings, got none`);
  return prepared;
}
