import type { Partition } from "../../catalogue/partitions";
import { checkInPartition, found } from "./check";

/**
 * Partitions without the Account Management API, through which an alternate contact is set.
 * Source: botocore 1.43.107 `endpoints.json`: `account` has endpoints in aws and aws-cn only (read 2026-11).
 */
const WITHOUT_CONTACTS: readonly Partition["id"][] = ["aws-us-gov"];

/** A contact is set only where AWS has a way to set it. */
export const contactCanBeSet = checkInPartition(["rootAccess"], ({ rootAccess: { securityContact } }, partition) =>
  found(
    securityContact !== undefined &&
      WITHOUT_CONTACTS.includes(partition.id) && {
        where: "rootAccess.securityContact",
        rule: `be left out: the ${partition.id} partition has no Account Management API to set it with`,
        got: securityContact,
      },
  ),
);
