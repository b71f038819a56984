import { PROOF_FORM, type ProofRecord } from "../../alert-proof/record";
import type { Baseline } from "../../config";
import type { TriedPath } from "../../evidence/control";
import { readRecord } from "../../root-sessions/record-file";
import { checkOrganizationOf } from "./of-organization";

const triedPath =
  ({ begun }: ProofRecord) =>
  ({ of, proven, steps }: ProofRecord["paths"][number]): TriedPath => {
    const unseen = steps.find(({ seen }) => !seen)?.says ?? (proven ? undefined : "it was not followed to its end");
    return { of, at: begun, ...(unseen === undefined ? {} : { unseen }) };
  };

/** How far the alert paths were seen, which must be of the configured organization. */
export function provenPaths(file: string, baseline: Baseline): readonly TriedPath[] {
  const record = readRecord(PROOF_FORM, file);
  checkOrganizationOf("--proof", record.organization, baseline);
  return record.paths.map(triedPath(record));
}
