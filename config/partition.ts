import { partitionOf, type Partition } from "../catalogue/partitions";
import type { Baseline } from "./schema/baseline";

/** The partition of the home Region. Throws for a Region that does not exist; the checks report that first. */
export function partition({ homeRegion }: Pick<Baseline, "homeRegion">): Partition {
  const found = partitionOf(homeRegion);
  if (found === undefined) throw new Error(`homeRegion must be a Region of a known partition, got ${homeRegion}`);
  return found;
}

/** The governed Regions, in the order in which they are written; `default-enabled` stands for the partition's list. */
export const governedRegions = (baseline: Pick<Baseline, "homeRegion" | "regions">): readonly string[] =>
  baseline.regions === "default-enabled" ? partition(baseline).defaultRegions : baseline.regions;
