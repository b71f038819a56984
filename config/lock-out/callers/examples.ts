import type { Blueprint } from "../../blueprint";

/** Ids that AWS chooses: they stand for any. */
export const DETECTOR = "detector/12abc34d567e8fa901bc2d34e56789f0";
export const KEY = "key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** A rule in the security account that forwards, in a Region: it stands for any of them. */
export function exampleForwardRule({ accounts, arns, detectionsByPath }: Blueprint, region: string): string {
  const [first] = [...detectionsByPath.finding, ...detectionsByPath.event];
  return arns.forwardRule(accounts.security.id, region, first?.id ?? "rule");
}
