import { arn } from "../../catalogue/aws/arn";
import { blueprintOf, type Baseline } from "../../config";
import { command } from "../contract/command";
import { mistake } from "../contract/mistake";
import type { OptionTable } from "../contract/options";
import { required } from "../contract/required";
import { UNLOCK_EXIT_CODES, UNLOCK_OPTIONS } from "./options";

const OPTIONS = {
  ...UNLOCK_OPTIONS,
  bucket: {
    takes: "one",
    value: "<name>",
    says: "the bucket",
    // Source: Amazon S3 User Guide, bucket naming rules; old buckets may have capitals and underscores.
    rule: { must: "be the name of a bucket", holds: (text) => /^[\w.-]{3,255}$/.test(text) },
  },
  "even-log-archive": {
    takes: "nothing",
    says: "even a bucket of the audit trail: until Terraform puts its policy back, CloudTrail cannot write there",
  },
} as const satisfies OptionTable;

/** Loaded only when asked for: the SDK takes a second. */
const unlocker = async () => ({
  ...(await import("./unlocking.ts")),
  ...(await import("../../root-sessions/unlock/bucket.ts")),
});

/** The archive's policy protects it, and lets CloudTrail write. Terraform mends it better than nobody's policy. */
function checkIsNoArchive(bucket: string, baseline: Baseline, isMeant: boolean): void {
  if (!isMeant && blueprintOf(baseline).detectionSettings.logBuckets.includes(bucket))
    mistake(
      "--bucket",
      "be no bucket of the audit trail: without its policy CloudTrail writes no log files. Apply the stack audit-trail, or say --even-log-archive and apply it then",
      bucket,
    );
}

export const unlockBucket = command({
  name: "unlock-bucket",
  summary: "show, keep and remove a bucket policy that locks everybody out",
  about: [
    "Opens a root session in the bucket's account, for the task unlock-bucket, through its break-glass role, and shows the bucket's policy and whether it locks out the account's administrators. With --apply it keeps the policy in a file, asks for the bucket's name, removes the policy, and says how a right one is put back.",
    "First it says what it will do and which alerts that raises, and asks. A policy that locks nobody out is not removed. A service or resource control policy binds root sessions, too: protect-log-archive denies this on the archive.",
  ],
  options: OPTIONS,
  exitCodes: UNLOCK_EXIT_CODES,
  run: async ({ options }) => {
    const bucket = required("bucket", options.bucket);
    const { BUCKET, unlocking } = await unlocker();
    return unlocking(options, {
      kind: BUCKET,
      id: bucket,
      arn: (partition) => arn({ partition, service: "s3", resource: bucket }),
      check: (baseline) => checkIsNoArchive(bucket, baseline, options["even-log-archive"]),
    });
  },
});
