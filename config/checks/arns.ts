import { parseArn } from "../../catalogue/aws/arn";
import { fieldPath } from "../report/problem";
import type { Check } from "./check";

type Place = readonly (string | number)[];

const inList = (path: Place, arns: readonly string[]) => arns.map((arn, index) => ({ path: [...path, index], arn }));

/**
 * ARNs carry the partition of the home Region. In another partition they match nothing: a trust path is a locked door,
 * an exemption exempts nobody.
 */
export const arnsAreOfThePartition: Check = ({ baseline, partition }) => {
  const { rootAccess, guardrails, auditTrail, detectionTuning, alerting } = baseline;
  const trust = rootAccess.breakGlass.trust;
  const readers = auditTrail.mode === "create" ? auditTrail.readers : [];
  return [
    ...inList(["rootAccess", "breakGlass", "trust", "users"], trust.users),
    ...inList(["rootAccess", "breakGlass", "trust", "roles"], trust.roles),
    ...inList(["guardrails", "exemptPrincipals"], guardrails.exemptPrincipals),
    ...inList(["auditTrail", "readers"], readers).filter(({ arn }) => arn.startsWith("arn:")),
    ...inList(["detectionTuning", "automationRoles"], detectionTuning.automationRoles),
    ...alerting.subscriptions.flatMap(({ role }, index) =>
      role === undefined ? [] : [{ path: ["alerting", "subscriptions", index, "role"], arn: role }],
    ),
  ]
    .filter(({ arn }) => parseArn(arn)?.partition !== partition.id)
    .map(({ path, arn }) => ({
      where: fieldPath(path),
      rule: `begin with arn:${partition.id}:, the partition of homeRegion`,
      got: arn,
    }));
};
