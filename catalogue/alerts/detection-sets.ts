import type { Detection } from "../detection";

/** Groups of detections that a configuration may list by one word, and what each is about. */
export const DETECTION_SETS = {
  root: "whatever a root user does: sign-in, keys, password, MFA devices, any other call",
  "central-root": "root sessions, and who may open them",
  blinding: "whatever would blind us. Nobody is excluded from these",
  "guardduty-root": "GuardDuty findings about root users",
  guardduty: "other GuardDuty findings that somebody must see",
  cis: "the filters that CIS, Security Hub and Prowler compare character by character",
} as const;

export type DetectionSet = keyof typeof DETECTION_SETS;

/** A detection of the catalogue belongs to one set. */
export interface CatalogueDetection extends Detection {
  readonly set: DetectionSet;
}

/**
 * The sets from which named automation roles can be excluded. Scanners compare the CIS filters, nobody is excluded
 * from blinding us, a root user is no role, and GuardDuty has suppression rules of its own.
 */
export const SETS_WITH_EXCLUSIONS: readonly DetectionSet[] = ["central-root"];
