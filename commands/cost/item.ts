import type { PriceId } from "../../catalogue/cost/prices";
import type { VolumeId } from "../../catalogue/cost/volumes";
import type { Resources } from "./resources";

/** The volumes as numbers, for whoever counts with them: each that is asked for is one that the line depends on. */
export type Ask = (id: VolumeId) => number | undefined;

/** A line of the bill. */
export interface Item {
  readonly service: string;
  readonly says: string;
  readonly price: PriceId;
  /** Types of resources of which this is a price. One type may have several items. */
  readonly types: readonly string[];
  /** Units in a month; "by use" where a volume is not known; undefined where the configuration has nothing of it. */
  readonly quantity: (resources: Resources, ask: Ask) => number | "by use" | undefined;
}

const DAYS_OF_A_MONTH = 30;

/** Months of days. */
export const months = (days: number): number => days / DAYS_OF_A_MONTH;

/** A count, where there is something to count. */
export const some = (count: number): number | undefined => (count === 0 ? undefined : count);
