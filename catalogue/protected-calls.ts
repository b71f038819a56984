import type { PathPart } from "./alerts/alert-path";

/**
 * What would undo the protection, one list a thing: guardrails, the management account's policy and the detections read
 * the same. Each call with the parts of an alert path that it breaks, or why it breaks none.
 */
export type ProtectedCalls = Readonly<Record<string, readonly PathPart[] | string>>;

/** The IAM actions of calls which are named as their actions are. */
export const actionsOf = (service: string, ...lists: readonly ProtectedCalls[]): readonly string[] =>
  lists.flatMap((calls) => Object.keys(calls).map((call) => `${service}:${call}`));

/** The organization trail. */
export const TRAIL_CALLS = {
  StopLogging: ["trail"],
  DeleteTrail: ["trail"],
  UpdateTrail: ["trail", "log-group"],
  PutEventSelectors: ["trail"],
  PutEventConfiguration: ["trail"],
  PutInsightSelectors: "no path of an alert uses Insights events",
} as const satisfies ProtectedCalls;

/**
 * A key of the baseline, whatever its id. Policies may decide by its tags and aliases, those that hold for services among
 * them, and the pipeline's does (KMS Developer Guide, ABAC: changing them "can allow or deny permission" to the key).
 */
export const KEY_CALLS = {
  CreateAlias: ["log-group", "topic"],
  DeleteImportedKeyMaterial: ["log-group", "topic"],
  DisableKey: ["log-group", "topic"],
  DisableKeyRotation: "what is encrypted stays readable: a control is undone, and no alert goes by it",
  PutKeyPolicy: ["log-group", "topic"],
  ScheduleKeyDeletion: ["log-group", "topic"],
  TagResource: ["log-group", "topic"],
  UntagResource: ["log-group", "topic"],
  UpdateAlias: ["log-group", "topic"],
} as const satisfies ProtectedCalls;

/** The alias of a key of the baseline: guardrails know the key by it. Where it goes to is a call on the keys. */
export const ALIAS_CALLS = {
  DeleteAlias: "what is encrypted names the key itself",
  UpdateAlias: KEY_CALLS.UpdateAlias,
} as const satisfies ProtectedCalls;

/** A role that carries alerts or the record. */
export const ROLE_CALLS = {
  AttachRolePolicy: ["log-group", "rule"],
  DeleteRole: ["log-group", "rule"],
  DeleteRolePolicy: ["log-group", "rule"],
  DetachRolePolicy: ["log-group", "rule"],
  PutRolePermissionsBoundary: ["log-group", "rule"],
  PutRolePolicy: ["log-group", "rule"],
  UpdateAssumeRolePolicy: ["log-group", "rule"],
  DeleteRolePermissionsBoundary: "it takes a limit away, not a right",
  UpdateRole: "it changes how long a session lasts, not what it may do",
} as const satisfies ProtectedCalls;

/** An alarm of the baseline, by its name. */
export const ALARM_CALLS = {
  PutCompositeAlarm: ["alarm"],
  PutMetricAlarm: ["alarm"],
  SetAlarmState: ["alarm"],
} as const satisfies ProtectedCalls;

/** Alarms, in a list that names them: a pattern cannot search every entry. */
export const ALARM_LIST_CALLS = {
  DeleteAlarms: ["alarm"],
  DisableAlarmActions: ["alarm"],
  PutAlarmMuteRule: ["alarm"],
} as const satisfies ProtectedCalls;

/** A rule, by its name. */
export const RULE_CALLS = {
  DeleteRule: ["rule"],
  DisableRule: ["rule"],
  PutRule: ["rule"],
} as const satisfies ProtectedCalls;

/** The targets of a rule. */
export const TARGET_CALLS = {
  PutTargets: ["rule"],
  RemoveTargets: ["rule"],
} as const satisfies ProtectedCalls;

/** Who may send to a bus. IAM knows no resource type for these: only `*` reaches them. */
export const BUS_PERMISSION_CALLS = {
  PutPermission: ["bus"],
  RemovePermission: ["bus"],
} as const satisfies ProtectedCalls;

const IS_MISSED = "only the known event goes by it, and its absence is told";

/** The schedule of the known event, and its group. */
export const SCHEDULE_CALLS = {
  DeleteSchedule: IS_MISSED,
  DeleteScheduleGroup: IS_MISSED,
  UpdateSchedule: IS_MISSED,
} as const satisfies ProtectedCalls;

/** An alert topic or one of its subscriptions. */
export const TOPIC_CALLS = {
  DeleteTopic: ["topic"],
  PutDataProtectionPolicy: ["topic"],
  RemovePermission: ["topic"],
  SetSubscriptionAttributes: ["subscription"],
  SetTopicAttributes: ["topic"],
  Unsubscribe: ["subscription"],
  AddPermission: "others may publish or read, delivery goes on",
  Subscribe: "somebody more is told",
} as const satisfies ProtectedCalls;

const KEEPS_WHAT_FAILED = "it keeps what a rule could not deliver: no alert goes by it";

/** A dead-letter queue, or the queue of what is only recorded. */
export const QUEUE_CALLS = {
  AddPermission: KEEPS_WHAT_FAILED,
  DeleteQueue: KEEPS_WHAT_FAILED,
  PurgeQueue: KEEPS_WHAT_FAILED,
  RemovePermission: KEEPS_WHAT_FAILED,
  SetQueueAttributes: KEEPS_WHAT_FAILED,
} as const satisfies ProtectedCalls;

/** What ends text messages in a whole account: its spending limit, and a telephone of the sandbox. */
export const TEXT_MESSAGE_CALLS = {
  DeleteSMSSandboxPhoneNumber: ["subscription"],
  SetSMSAttributes: ["subscription"],
} as const satisfies ProtectedCalls;

/**
 * The same in the service that sends the texts of SNS: "when set as an account default, a protect configuration will also
 * affect messages sent through Amazon SNS", and the numbers from which they come are its own.
 * Source: AWS End User Messaging SMS User Guide, protect configurations.
 */
export const END_USER_MESSAGING_CALLS = {
  DeleteVerifiedDestinationNumber: ["subscription"],
  PutOptedOutNumber: ["subscription"],
  PutProtectConfigurationRuleSetNumberOverride: ["subscription"],
  ReleasePhoneNumber: ["subscription"],
  ReleaseSenderId: ["subscription"],
  SetAccountDefaultProtectConfiguration: ["subscription"],
  SetTextMessageSpendLimitOverride: ["subscription"],
  UpdatePhoneNumber: ["subscription"],
  UpdateProtectConfigurationCountryRuleSet: ["subscription"],
  UpdateSenderId: ["subscription"],
} as const satisfies ProtectedCalls;

/** A chat channel of the baseline, by its name. */
export const CHAT_CALLS = {
  DeleteMicrosoftTeamsChannelConfiguration: ["chat"],
  DeleteSlackChannelConfiguration: ["chat"],
  UpdateMicrosoftTeamsChannelConfiguration: ["chat"],
  UpdateSlackChannelConfiguration: ["chat"],
} as const satisfies ProtectedCalls;

/** What every chat channel of an account hangs on: its connection to a workspace or a team, whose id AWS does not give. */
export const CHAT_CONNECTION_CALLS = {
  DeleteMicrosoftTeamsConfiguredTeam: ["chat"],
  DeleteSlackWorkspaceAuthorization: ["chat"],
} as const satisfies ProtectedCalls;

/** Who an account is: its existence, its addresses, its name. */
export const ACCOUNT_CALLS = {
  AcceptPrimaryEmailUpdate: "whoever has the address can become root: no alert goes by it",
  DeleteAlternateContact: "AWS tells somebody else of abuse, we do not",
  PutAccountName: "nothing of ours goes by the name",
  PutAlternateContact: "AWS tells somebody else of abuse, we do not",
  PutContactInformation: "AWS asks it back when root is lost: no alert goes by it",
  StartPrimaryEmailUpdate: "whoever has the address can become root: no alert goes by it",
} as const satisfies ProtectedCalls;

const LETS_IN = "it lets a root user sign in, or keeps others out: no alert goes by it";

/** Whether and by which policies people reach the console. */
export const SIGN_IN_CALLS = {
  DeleteConsoleAuthorizationConfiguration: LETS_IN,
  DeleteResourcePermissionStatement: LETS_IN,
  PutConsoleAuthorizationConfiguration: LETS_IN,
  PutResourcePermissionStatement: LETS_IN,
} as const satisfies ProtectedCalls;

/**
 * How the tokens of an account are let in, and its addresses, as IAM actions: what AWS documents little of is not taken for
 * harmless. Two are older names of account calls.
 */
export const ACCOUNT_SETTING_ACTIONS = [
  "iam:PutAccountProperties",
  "iam:SetSTSRegionalEndpointStatus",
  "iam:SetSecurityTokenServicePreferences",
  "iam:UpdateAccountEmailAddress",
  "iam:UpdateAccountName",
];

/** The same, and how root is let in: policies over AWS Sign-In decide who reaches the console. */
export const SIGN_IN_ACTIONS = [...ACCOUNT_SETTING_ACTIONS, ...actionsOf("signin", SIGN_IN_CALLS)];

/** Which Regions an account has. */
export const REGION_CALLS = {
  DisableRegion: ["rule", "detector"],
  EnableRegion: "a Region more, which the trail records and nobody governs yet",
} as const satisfies ProtectedCalls;
