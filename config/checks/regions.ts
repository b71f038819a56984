import { PARTITIONS, partitionOf, regionsOf } from "../../catalogue/partitions";
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
export const homeRegionIsGoverned: Check = ({ baseline: { regions }, homeRegion, governedRegions }) =>
  found(
    !governedRegions.includes(homeRegion) && {
      where: "regions",
      rule:
        regions === "default-enabled"
          ? `be a list with homeRegion in it, because accounts opt into ${homeRegion}`
          : `contain homeRegion, ${homeRegion}`,
      got: regions,
    },
  );
