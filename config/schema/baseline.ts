import { z } from "zod";
import { DETECTION_SETS, type DetectionSet } from "../../catalogue/alerts/detection-sets";
import { DETECTION_IDS } from "../../catalogue/detections";
import { accounts } from "./accounts";
import { alerting } from "./alerting";
import { auditTrail } from "./audit-trail";
import { custody } from "./custody";
import { detectionTuning } from "./detection-tuning";
import { guardrails } from "./guardrails";
import { organization } from "./organization";
import { accountId, formed, notEmpty, regionName, tags, uniqueList } from "./primitives";
import { rootAccess } from "./root-access";
import { terraform } from "./terraform";
import { threatDetection } from "./threat-detection";

/** Steps in which a Region is left, in their order. */
const LEAVING_STEPS = ["members", "everything"] as const;

/** What a configuration may list: a set, or one detection. */
const DETECTION_CHOICES = [...(Object.keys(DETECTION_SETS) as DetectionSet[]), ...DETECTION_IDS];

/** Address of a resource in Terraform, as a plan prints it. */
const address = formed(
  /^(aws_[a-z0-9_]+|terraform_data)\.[\w-]+$/,
  "be the address of a resource such as aws_s3_bucket.log",
);

/** The same of one of several, with its key. */
const instanceAddress = formed(
  /^aws_[a-z0-9_]+\.[\w-]+(\["[\w./:-]+"\])?$/,
  'be the address of a resource such as aws_s3_bucket.log, or of one of several, such as aws_x.y["key"]',
);

/** The whole configuration. This schema is the one source of its types, defaults and shape errors. */
export const baselineSchema = z.strictObject({
  /**
   * Prefix of every name that the baseline creates: 2 to 24 lower-case letters, digits or hyphens. It says whose it is
   * (`acme-baseline`): a common word such as `prod` is refused, because in the accounts of the baseline guardrails and
   * detections know their things by this prefix. Changing it later replaces what carries it.
   */
  name: formed(
    /^[a-z][a-z0-9-]{0,22}[a-z0-9]$/,
    "be 2 to 24 lower-case letters, digits or hyphens, beginning with a letter",
  ),
  /**
   * Whether `name` stays although it is a common word: for a baseline that is deployed under it. Risk: in the accounts
   * of the baseline, what others name with the same prefix is protected and watched as if it were the baseline's.
   * @default false
   */
  keepCommonName: z.boolean("be true or false").default(false),
  /** Tags of every resource of the baseline. With `terraform.defaultTags` at most 45, and no key twice. */
  tags,
  /** The organization that is protected. */
  organization,
  /** The accounts that hold the parts of the baseline. */
  accounts,
  /**
   * Accounts in which everything may be destroyed again: no prevent_destroy, and buckets are emptied. For trials.
   * @default none
   */
  trialAccounts: uniqueList(accountId).default([]),
  /**
   * Region of the trail, its log group, the alarms and the topics. The partition follows from it. Changing it later is
   * refused by the plan: docs/runbooks/changes.md says how to move.
   */
  homeRegion: regionName,
  /**
   * Governed Regions: where threats are detected. A list with the home Region in it, or `"default-enabled"` for every
   * Region that accounts have without opting in. Taking one out is refused by the plan: it goes through
   * `leavingRegions`. Cost: GuardDuty bills per Region and use.
   */
  regions: z.union(
    [z.literal("default-enabled"), uniqueList(regionName)],
    'be "default-enabled" or a list of different Regions such as ["us-east-1"]',
  ),
  /**
   * Regions that were governed and are being left, each with what leaves in the next deploy: `"members"` first, so that
   * GuardDuty's members can be released, then `"everything"`. When that deploy is done the entry goes, too:
   * docs/runbooks/changes.md. Lock-out: none. Cost: detectors of member accounts stay, and are billed.
   * @default none
   */
  leavingRegions: z.record(regionName, z.enum(LEAVING_STEPS)).default({}),
  /** Centralized root access and break glass. */
  rootAccess,
  /** Service control policies and where they are attached. */
  guardrails,
  /** The organization trail. */
  auditTrail,
  /**
   * Detections of the catalogue that raise alarms, by set (`root`, `central-root`, `blinding`, `guardduty-root`,
   * `guardduty`, `cis`) or by id: docs/detections.md. Cost: a CloudWatch alarm or an EventBridge rule each.
   */
  detections: uniqueList(z.enum(DETECTION_CHOICES)),
  /**
   * Other severities and thresholds, roles to leave out, and detections of your own.
   * @default the catalogue as it is
   */
  detectionTuning: detectionTuning.default({ overrides: {}, automationRoles: [], own: [] }),
  /** Who is told. */
  alerting,
  /** GuardDuty for the organization. Cost: per account, governed Region and use. */
  threatDetection,
  /** Who holds what of the management account's root user. For the auditor; nothing of it reaches Terraform. */
  custody,
  /** How Terraform runs. */
  terraform,
  /**
   * What exists already and shall be managed from now on: address -> import id, as the AWS provider documents it for
   * the resource. One of several has its key: `aws_organizations_policy_attachment.deny-root-user["r-exam"]`. Also the way out after an apply that was killed while calls were in flight.
   * @default nothing
   */
  adopt: z.record(instanceAddress, notEmpty).default({}),
  /**
   * What shall be managed no longer but left standing: addresses, without a key. Terraform forgets them and destroys nothing.
   * @default nothing
   */
  release: uniqueList(address).default([]),
});

/** What an operator writes. */
export type BaselineConfig = z.input<typeof baselineSchema>;

/** What the stacks read: every default filled in. */
export type Baseline = z.output<typeof baselineSchema>;
