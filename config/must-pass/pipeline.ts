import type { Call } from "../../proofs/policy";
import { names } from "../names";
import { principalOf } from "../principal-of";
import { callAt, type Circumstances, type MustPass, type Read } from "./must-pass";

const DETECTOR = "detector/12abc34d567e8fa901bc2d34e56789f0";
const KEY = "key/1234abcd-12ab-34cd-56ef-1234567890ab";

type Change = readonly [action: string, resource: string, context?: Call["context"]];

/** What the pipeline changes in the security account. */
function inSecurity(baseline: Read, { partition, region }: Circumstances): readonly Change[] {
  const { findingForwardRole, breakGlassRole, entry } = names(baseline);
  const { id } = baseline.accounts.security;
  const role = (name: string) => `arn:${partition}:iam::${id}:role/${name}`;
  const detector = `arn:${partition}:guardduty:${region}:${id}:${DETECTOR}`;
  return [
    ...baseline.rootAccess.breakGlass.tasks.map((task): Change => [
      "iam:UpdateAssumeRolePolicy",
      role(breakGlassRole(task)),
    ]),
    ["iam:PutRolePolicy", role(findingForwardRole)],
    ["events:PutRule", `arn:${partition}:events:${region}:${id}:rule/${entry("finding")}-forward`],
    ...(baseline.threatDetection.mode === "create"
      ? ([
          ["guardduty:UpdateDetector", detector],
          ["guardduty:UpdateOrganizationConfiguration", detector],
        ] as const)
      : []),
  ];
}

/** What the pipeline changes in the log archive account. */
function inLogArchive(baseline: Read, account: string, { partition, region }: Circumstances): readonly Change[] {
  const { trailBucket, trailKeyAlias } = names(baseline);
  if (baseline.auditTrail.mode !== "create") return [];
  const alias = { "kms:ResourceAliases": [trailKeyAlias] };
  return [
    ["s3:PutBucketPolicy", `arn:${partition}:s3:::${trailBucket}`],
    ["kms:PutKeyPolicy", `arn:${partition}:kms:${region}:${account}:${KEY}`, alias],
  ];
}

/** The pipeline's role in a member account changes what the baseline keeps there. */
export function pipeline(baseline: Read, at: Circumstances): readonly MustPass[] {
  const { security, logArchive } = baseline.accounts;
  const passes = ({ id, deployRole }: typeof security, changes: readonly Change[]): readonly MustPass[] => {
    const principal = principalOf(`arn:${at.partition}:iam::${id}:role/${deployRole}`);
    if (principal === undefined) return [];
    return changes.map(([action, resource, context]) => ({
      who: `the pipeline's role ${deployRole} in ${id}`,
      loss: "no deploy can change or repair it",
      account: id,
      call: callAt(at, { ...principal, ...at.caller }, action, resource, context),
    }));
  };
  return [
    ...passes(security, inSecurity(baseline, at)),
    ...(logArchive === undefined ? [] : passes(logArchive, inLogArchive(baseline, logArchive.id, at))),
  ];
}
