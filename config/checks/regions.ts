import { PARTITIONS, partitionOf, regionsOf } from "../../catalogue/partitions";
import { fieldPath } from "../report/problem";
import { found, type Check } from "./check";

/** The partition, and with it every ARN, follows from the home Region. */
export const homeRegionExists: Check = ({ baseline: { homeRegion } }) =>
  found(
    partitionOf(homeRegion) === undefined && {
      where: "homeRegion",
      rule: `be a Region of the partitions ${PARTITIONS.map(({ id }) => id).join(", ")} (catalogue/partitions.ts lists them)`,
      got: homeRegion,
    },
  );

/** An organization never spans partitions, so neither do its Regions. */
export const regionsExist: Check = ({ governedRegions, partition }) =>
  governedRegions
    .map((region, index) => ({
      where: `regions[${index}]`,
      rule:
        partitionOf(region) === undefined
          ? "be a Region that exists (catalogue/partitions.ts lists them)"
          : `be a Region of the ${partition.id} partition, like homeRegion`,
      got: region,
    }))
    .filter(({ got }) => !regionsOf(partition).includes(got));

/** Alarms and topics live in the home Region: who watches must be watched. */
export const homeRegionIsGoverned: Check = ({ baseline: { regions, leavingRegions }, homeRegion, governedRegions }) =>
  found(
    !governedRegions.includes(homeRegion) &&
      // The home Region is left last, by whoever gives the whole baseline up.
      leavingRegions[homeRegion] === undefined && {
        where: "regions",
        rule:
          regions === "default-enabled"
            ? `be a list with homeRegion in it, because accounts opt into ${homeRegion}`
            : `contain homeRegion, ${homeRegion}`,
        got: regions,
      },
  );

/** A Region is governed or left, not both; and it exists, or nothing can be there. */
export const leavingRegionsLeave: Check = ({ baseline: { leavingRegions, regions }, governedRegions, partition }) =>
  Object.entries(leavingRegions).flatMap(([region, got]) =>
    found(
      !regionsOf(partition).includes(region) && {
        where: fieldPath(["leavingRegions", region]),
        rule: `name a Region of the ${partition.id} partition, like homeRegion`,
        got: region,
      },
      governedRegions.includes(region) && {
        where: fieldPath(["leavingRegions", region]),
        rule:
          regions === "default-enabled"
            ? 'be left out while regions is "default-enabled", which governs it: list the Regions that stay'
            : "be left out of leavingRegions or of regions",
        got,
      },
    ),
  );
