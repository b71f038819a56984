import { isCommonName } from "../../catalogue/common-words";
import { BUCKET_NAME_LENGTH, ROLE_NAME_LENGTH } from "../../catalogue/quotas";
import type { Blueprint } from "../blueprint";
import { found, type Check } from "./check";

/** Beginnings that S3 keeps for itself. Source: Amazon S3 User Guide, bucket naming rules (read 2026-11). */
const RESERVED_BEGINNINGS = ["xn--", "sthree-", "amzn-s3-demo-"];

/** Names that AWS limits, each with its limit. Only the longest of a kind can be the one that does not fit. */
function limited({ baseline, names }: Blueprint) {
  const { trailBucket, accessLogBucket, breakGlassRole, findingForwardRole, eventForwardRole, trailDeliveryRole } =
    names;
  const buckets = baseline.auditTrail.mode === "create" ? [trailBucket, accessLogBucket] : [];
  const roles = [
    trailDeliveryRole,
    eventForwardRole,
    findingForwardRole,
    ...baseline.rootAccess.breakGlass.tasks.map(breakGlassRole),
  ];
  return [
    ...buckets.map((name) => ({ kind: "bucket", name, most: BUCKET_NAME_LENGTH })),
    ...roles.map((name) => ({ kind: "role", name, most: ROLE_NAME_LENGTH })),
  ];
}

/** Every physical name begins with `name`, so that is what must get shorter. */
export const namesFit: Check = (blueprint) =>
  limited(blueprint)
    .filter(({ name, most }) => name.length > most)
    .map(({ kind, name, most }) => ({
      where: "name",
      rule: `be ${name.length - most} shorter: the ${kind} ${name} has ${name.length} characters, AWS allows ${most}`,
      got: blueprint.baseline.name,
    }));

/** Bucket names begin with `name` too. */
export const nameIsFree: Check = ({ baseline: { name, auditTrail } }) =>
  found(
    auditTrail.mode === "create" &&
      RESERVED_BEGINNINGS.some((beginning) => `${name}-`.startsWith(beginning)) && {
        where: "name",
        rule: `begin with something else than ${RESERVED_BEGINNINGS.join(", ")}: S3 accepts no bucket of such a name`,
        got: name,
      },
  );

/** Detections and a guardrail go by the prefix: whatever others name so, they hit. Renaming is no way, so keeping is one. */
export const nameIsDistinctive: Check = ({ baseline: { name, keepCommonName } }) =>
  found(
    isCommonName(name) &&
      !keepCommonName && {
        where: "name",
        rule: `say whose it is, such as acme-baseline: everybody begins names with ${name}-, and what guardrails and detections know by that prefix is then others' as well (deployed under it already? Set keepCommonName: true, since renaming replaces everything)`,
        got: name,
      },
  );
