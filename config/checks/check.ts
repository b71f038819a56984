import { partitionOf, type Partition } from "../../catalogue/partitions";
import type { Problem } from "../problem";
import type { Baseline } from "../schema/baseline";
import type { WellShaped } from "../shape";

/**
 * A check of meaning: something that no single field can say. It names the top-level fields that it reads and runs
 * when their shape is right, so that one report holds mistakes of shape and of meaning together.
 */
export interface Check {
  readonly run: (wellShaped: WellShaped) => readonly Problem[];
}

const holds = <Field extends keyof Baseline>(
  wellShaped: WellShaped,
  fields: readonly Field[],
): wellShaped is WellShaped & Pick<Baseline, Field> => fields.every((field) => wellShaped[field] !== undefined);

/** A check that reads the given top-level fields. */
export const check = <Field extends keyof Baseline>(
  reads: readonly Field[],
  problems: (baseline: Pick<Baseline, Field>) => readonly Problem[],
): Check => ({ run: (wellShaped) => (holds(wellShaped, reads) ? problems(wellShaped) : []) });

/** A check that depends on the partition besides. It waits until homeRegion is a Region that exists. */
export const checkInPartition = <Field extends keyof Baseline>(
  reads: readonly Field[],
  problems: (baseline: Pick<Baseline, Field | "homeRegion">, partition: Partition) => readonly Problem[],
): Check =>
  check<Field | "homeRegion">([...reads, "homeRegion"], (baseline) => {
    const partition = partitionOf(baseline.homeRegion);
    return partition === undefined ? [] : problems(baseline, partition);
  });

/** The problems among candidates: each is a problem, or false where all is well. */
export const found = (...candidates: readonly (Problem | false)[]): readonly Problem[] =>
  candidates.filter((candidate) => candidate !== false);
