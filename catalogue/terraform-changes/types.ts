import { goneWith, NOTHING, type Acts } from "./acts";

const BUS: Acts = { service: "events", about: /EventBus$/, tagged: "event-bus" };
const LOG_GROUP: Acts = {
  service: "logs",
  about: /^(Create|Delete)LogGroup$|RetentionPolicy$|KmsKey$|^PutLogGroupDeletionProtection$/,
  removes: /^DeleteLogGroup$/,
  ofAttribute: { retention_in_days: /RetentionPolicy$/, kms_key_id: /KmsKey$/ },
  tagged: "log-group",
};
const TOPIC: Acts = { service: "sns", about: /Topic$|TopicAttributes$|DataProtectionPolicy$/, tagged: "topic" };
const ROLE: Acts = {
  service: "iam",
  about: /^(Create|Delete|Update)Role$|^UpdateRoleDescription$|^UpdateAssumeRolePolicy$|RolePermissionsBoundary$/,
  removes: /^DeleteRole$/,
  ofAttribute: {
    assume_role_policy: /AssumeRolePolicy$/,
    description: /^UpdateRole/,
    max_session_duration: /^UpdateRole$/,
    permissions_boundary: /RolePermissionsBoundary$/,
  },
  tagged: "role",
};
const KEY: Acts = {
  service: "kms",
  about: /^(Create|Enable|Disable)Key$|KeyRotation$|KeyPolicy$|KeyDescription$|KeyDeletion$|ImportedKeyMaterial$/,
  removes: /^ScheduleKeyDeletion$/,
  ofAttribute: {
    description: /KeyDescription$/,
    enable_key_rotation: /KeyRotation$/,
    is_enabled: /^(En|Dis)ableKey$/,
    policy: /KeyPolicy$/,
  },
  tagged: "key",
};
const DETECTOR: Acts = { service: "guardduty", about: /Detector$/, tagged: "detector" };
const GUARDDUTY_ADMINISTRATOR: Acts = {
  service: "guardduty",
  about: /OrganizationAdminAccount$/,
  removes: /^Disable/,
  from: "management",
};
const ORGANIZATION_CONFIGURATION: readonly Acts[] = [
  { service: "guardduty", about: /^UpdateOrganizationConfiguration$/, removes: NOTHING },
  goneWith(GUARDDUTY_ADMINISTRATOR),
];
const BUCKET: Acts = { service: "s3", about: /^(Create|Delete)Bucket$/, tagged: "bucket" };
const SCHEDULE_GROUP: Acts = { service: "scheduler", about: /ScheduleGroup$/, tagged: "schedule-group" };

/** What UpdateTrail alone changes of a trail. */
const TRAIL_SETTINGS = [
  "cloud_watch_logs_group_arn",
  "cloud_watch_logs_role_arn",
  "enable_log_file_validation",
  "include_global_service_events",
  "is_multi_region_trail",
  "is_organization_trail",
  "kms_key_id",
  "s3_bucket_name",
  "s3_key_prefix",
  "sns_topic_name",
];

const ofBucket = (about: RegExp, more: Partial<Acts> = {}): readonly Acts[] => [
  { service: "s3", about, ...more },
  goneWith(BUCKET),
];

const QUEUE: Acts = {
  service: "sqs",
  about: /^(Create|Delete)Queue$|QueueAttributes$|Permission$/,
  removes: /^DeleteQueue$/,
  tagged: "queue",
};

/**
 * Where the attack surface holds what a resource of Terraform is, by type: the service, and which of its actions are
 * about it. The actions themselves, and the names under which they are recorded, are the surface's.
 *
 * Sources: Service Authorization Reference (what an action is called on); hashicorp/terraform-provider-aws 5.100.0 (which
 * part of AWS a type is). A test holds every type of the stacks against it, and every call of the recorded deploys.
 */
export const TERRAFORM_ACTS = {
  aws_account_alternate_contact: [{ service: "account", about: /AlternateContact$/ }],
  aws_chatbot_slack_channel_configuration: [
    { service: "chatbot", about: /SlackChannelConfiguration$/, tagged: "ChatbotConfiguration" },
  ],
  aws_chatbot_teams_channel_configuration: [
    { service: "chatbot", about: /MicrosoftTeamsChannelConfiguration$/, tagged: "ChatbotConfiguration" },
  ],
  aws_cloudtrail: [
    {
      service: "cloudtrail",
      about: /Trail$|Selectors$|^PutEventConfiguration$|^St(art|op)Logging$/,
      ofAttribute: {
        advanced_event_selector: /EventSelectors$/,
        enable_logging: /Logging$/,
        event_selector: /EventSelectors$/,
        insight_selector: /InsightSelectors$/,
        ...Object.fromEntries(TRAIL_SETTINGS.map((name) => [name, /^UpdateTrail$/])),
      },
      tagged: "trail",
    },
  ],
  aws_cloudwatch_event_bus: [BUS],
  aws_cloudwatch_event_bus_policy: [{ service: "events", about: /Permission$/, changes: /Permission$/ }, goneWith(BUS)],
  aws_cloudwatch_event_rule: [{ service: "events", about: /Rule$/, tagged: "rule-on-default-event-bus" }],
  aws_cloudwatch_event_target: [{ service: "events", about: /Targets$/ }],
  aws_cloudwatch_log_group: [LOG_GROUP],
  aws_cloudwatch_log_metric_filter: [{ service: "logs", about: /MetricFilter$/ }, goneWith(LOG_GROUP)],
  aws_cloudwatch_metric_alarm: [
    { service: "cloudwatch", about: /^PutMetricAlarm$|^DeleteAlarms$|AlarmActions$/, tagged: "alarm" },
  ],
  aws_cloudwatch_query_definition: [{ service: "logs", about: /QueryDefinition$/ }],
  aws_guardduty_detector: [
    DETECTOR,
    { service: "guardduty", about: /MonitoringMembers$|^UpdateMemberDetectors$/, removes: NOTHING, from: "security" },
  ],
  aws_guardduty_detector_feature: [
    { service: "guardduty", about: /^UpdateDetector$/, removes: NOTHING },
    { service: "guardduty", about: /^UpdateMemberDetectors$/, removes: NOTHING, from: "security" },
    goneWith(DETECTOR),
  ],
  aws_guardduty_organization_admin_account: [GUARDDUTY_ADMINISTRATOR],
  aws_guardduty_organization_configuration: ORGANIZATION_CONFIGURATION,
  aws_guardduty_organization_configuration_feature: ORGANIZATION_CONFIGURATION,
  aws_iam_organizations_features: [
    { service: "iam", about: /OrganizationsRoot/, removes: /^Disable/, changes: /OrganizationsRoot/ },
  ],
  aws_iam_role: [ROLE],
  aws_iam_role_policy: [{ service: "iam", about: /^(Put|Delete)RolePolicy$/ }, goneWith(ROLE)],
  aws_kms_alias: [{ service: "kms", about: /Alias$/ }, goneWith(KEY)],
  aws_kms_key: [KEY],
  aws_organizations_delegated_administrator: [{ service: "organizations", about: /DelegatedAdministrator$/ }],
  aws_organizations_organization: [
    {
      service: "organizations",
      about: /PolicyType$|AWSServiceAccess$|^(Create|Delete)Organization$|^EnableAllFeatures$/,
      removes: /^DeleteOrganization$/,
    },
  ],
  aws_organizations_policy: [{ service: "organizations", about: /^(Create|Update|Delete)Policy$/, tagged: "policy" }],
  // Whoever disables a type of policy detaches every policy of it (Organizations User Guide, disabling a policy type).
  aws_organizations_policy_attachment: [
    { service: "organizations", about: /^(At|De)tachPolicy$|^DisablePolicyType$/, removes: /^D/ },
  ],
  aws_s3_bucket: [BUCKET],
  aws_s3_bucket_lifecycle_configuration: ofBucket(/LifecycleConfiguration$/),
  aws_s3_bucket_logging: ofBucket(/BucketLogging$/, { removes: /BucketLogging$/, changes: /BucketLogging$/ }),
  aws_s3_bucket_object_lock_configuration: ofBucket(/ObjectLockConfiguration$/),
  aws_s3_bucket_ownership_controls: ofBucket(/OwnershipControls$/, {
    removes: /OwnershipControls$/,
    changes: /OwnershipControls$/,
    isRemovalUnnamed: true,
  }),
  aws_s3_bucket_policy: ofBucket(/BucketPolicy$/),
  aws_s3_bucket_public_access_block: ofBucket(/BucketPublicAccessBlock$/),
  aws_s3_bucket_server_side_encryption_configuration: ofBucket(/EncryptionConfiguration$/),
  aws_s3_bucket_versioning: ofBucket(/BucketVersioning$/),
  aws_scheduler_schedule: [{ service: "scheduler", about: /Schedule$/ }, goneWith(SCHEDULE_GROUP)],
  aws_scheduler_schedule_group: [SCHEDULE_GROUP],
  aws_sns_topic: [TOPIC],
  aws_sns_topic_policy: [{ service: "sns", about: /TopicAttributes$|Permission$/, removes: NOTHING }, goneWith(TOPIC)],
  aws_sns_topic_subscription: [{ service: "sns", about: /ubscri[a-z]+$|SubscriptionAttributes$/ }, goneWith(TOPIC)],
  aws_sqs_queue: [QUEUE],
  aws_sqs_queue_policy: [{ service: "sqs", about: /QueueAttributes$|Permission$/, removes: NOTHING }, goneWith(QUEUE)],
} as const satisfies Readonly<Record<string, readonly Acts[]>>;

/** The acts on resources of a type; undefined for a type that the baseline does not make. */
export const actsOn = (type: string): readonly Acts[] | undefined =>
  Object.hasOwn(TERRAFORM_ACTS, type) ? TERRAFORM_ACTS[type as keyof typeof TERRAFORM_ACTS] : undefined;
