import calls from "./calls.golden.json";

/** What a pipeline does with a stack, one after the other. */
export const PHASES = ["plan", "apply", "destroy"] as const;

export type Phase = (typeof PHASES)[number];

/** The parts that accounts play, named as in the configuration. */
export type Part = "management" | "security" | "logArchive";

/**
 * The operations that Terraform with the AWS provider called, of each part in each phase, while the end-to-end tests
 * deployed, planned again and destroyed the examples at the local organization. They hold this file: a call that is not
 * in it fails them, and UPDATE_GOLDEN=1 adds it.
 */
export const RECORDING: Readonly<Record<Part, Readonly<Record<Phase, readonly string[]>>>> = calls;
