import type { Call } from "../../proofs/policy";
import type { Blueprint } from "../blueprint";
import { belonging, callAt, type MustPass } from "./call";
import { principalOf } from "./principal-of";

const DETECTOR = "detector/12abc34d567e8fa901bc2d34e56789f0";
const KEY = "key/1234abcd-12ab-34cd-56ef-1234567890ab";

type Change = readonly [action: string, resource: string, context?: Call["context"]];

/** What the pipeline changes in the security account. */
function inSecurity({ baseline, accounts, arns, names }: Blueprint): readonly Change[] {
  const { id } = accounts.security;
  const detector = arns.regional("guardduty", id, DETECTOR);
  return [
    ...baseline.rootAccess.breakGlass.tasks.map((task): Change => [
      "iam:UpdateAssumeRolePolicy",
      arns.breakGlassRole(task),
    ]),
    ["iam:PutRolePolicy", arns.role(id, names.findingForwardRole)],
    ["events:PutRule", arns.regional("events", id, `rule/${names.forwardRule("finding")}`)],
    ...(baseline.threatDetection.mode === "create"
      ? ([
          ["guardduty:UpdateDetector", detector],
          ["guardduty:UpdateOrganizationConfiguration", detector],
        ] as const)
      : []),
  ];
}

/** What the pipeline changes in the log archive account. */
function inLogArchive({ baseline, accounts, arns, names }: Blueprint): readonly Change[] {
  if (baseline.auditTrail.mode !== "create") return [];
  const alias = { "kms:ResourceAliases": [names.trailKeyAlias] };
  return [
    ["s3:PutBucketPolicy", arns.bucket(names.trailBucket)],
    ["kms:PutKeyPolicy", arns.regional("kms", accounts.logArchive.id, KEY), alias],
  ];
}

/** The pipeline's role in a member account changes what the baseline keeps there. */
export function pipeline(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns } = blueprint;
  return accounts.members.flatMap(({ id, deployRole }) => {
    const principal = principalOf(arns.role(id, deployRole));
    if (principal === undefined) return [];
    const changes = id === accounts.security.id ? inSecurity(blueprint) : inLogArchive(blueprint);
    return changes.map(([action, resource, context]) => ({
      who: `the pipeline's role ${deployRole} in ${id}`,
      loss: "no deploy can change or repair it",
      account: id,
      call: callAt(blueprint, { ...principal, ...belonging(blueprint) }, action, resource, context),
    }));
  });
}
