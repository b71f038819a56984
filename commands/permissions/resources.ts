import { arn } from "../../catalogue/aws/arn";
import type { Part } from "../../catalogue/pipeline";
import { ROOT_TASKS } from "../../catalogue/aws/root-tasks";
import type { Blueprint } from "../../config";

/** ARNs, with wildcards, of what the baseline keeps of each resource type in one account. */
export type Resources = Readonly<Record<string, readonly string[]>>;

/** The roles that are handed to a service there. A channel that is given up leaves with its role. */
export function handedRoles({ names, accounts, arns }: Blueprint, part: Part): readonly string[] {
  const handed: Readonly<Record<Part, readonly string[]>> = {
    management: [names.trailDeliveryRole, names.eventForwardRole, names.knownEvent, names.chatChannel("*")],
    security: [names.findingForwardRole],
    logArchive: [],
  };
  return handed[part].map((name) => arns.role(accounts[part].id, name));
}

/** The roles that the baseline makes there, by their exact names: the pipeline's own begin alike. */
const rolesOf = (blueprint: Blueprint, part: Part): readonly string[] => [
  ...handedRoles(blueprint, part),
  ...(part === "security" ? ROOT_TASKS.map(({ id }) => blueprint.arns.breakGlassRole(id)) : []),
];

/** Of Organizations: what it makes has generated ids, so the organization's id is all that narrows it. */
function ofOrganization({ partition, accounts, baseline }: Blueprint): Resources {
  const { id } = baseline.organization;
  const owned = (resource: string, account = accounts.management.id) =>
    arn({ partition: partition.id, service: "organizations", account, resource });
  return {
    "organizations:account": [owned(`account/${id}/*`)],
    "organizations:awspolicy": [owned("policy/*/p-*", "aws")],
    "organizations:organization": [owned(`organization/${id}`)],
    "organizations:organizationalunit": [owned(`ou/${id}/*`)],
    "organizations:policy": [
      owned(`policy/${id}/service_control_policy/*`),
      owned(`policy/${id}/resource_control_policy/*`),
    ],
    "organizations:root": [owned(`root/${id}/*`)],
    "account:accountInOrganization": [
      arn({
        partition: partition.id,
        service: "account",
        account: accounts.management.id,
        resource: `account/${id}/*`,
      }),
    ],
  };
}

/**
 * Names say what is ours, so the Region stays open: a home Region that is left is emptied by the same role.
 * Keys and detectors have generated ids: a condition narrows the keys (statements.ts).
 */
export function resourcesOf(blueprint: Blueprint, part: Part): Resources {
  const { names, accounts, arns, baseline, partition } = blueprint;
  const account = accounts[part].id;
  const regional = (service: string, resource: string) =>
    arn({ partition: partition.id, service, region: "*", account, resource });
  const ours = `${baseline.name}-*`;
  const hasBuckets = part === "logArchive" && baseline.auditTrail.mode === "create";
  const inAnyRegion = (name: string) => `${name.slice(0, -baseline.homeRegion.length)}*`;
  const buckets = hasBuckets ? [names.trailBucket, names.accessLogBucket].map(inAnyRegion) : [];
  return {
    "account:account": [arn({ partition: partition.id, service: "account", account, resource: "account" })],
    "chatbot:ChatbotConfiguration": [
      arn({ partition: partition.id, service: "chatbot", account, resource: `chat-configuration/*/${ours}` }),
    ],
    "cloudtrail:trail": [regional("cloudtrail", `trail/${names.trail}`)],
    "cloudwatch:alarm": [regional("cloudwatch", `alarm:${ours}`)],
    "events:event-bus": [regional("events", `event-bus/${ours}`)],
    "events:rule-on-custom-event-bus": [regional("events", `rule/${ours}/${ours}`)],
    "events:rule-on-default-event-bus": [regional("events", `rule/${ours}`)],
    "guardduty:detector": [regional("guardduty", "detector/*")],
    "iam:role": rolesOf(blueprint, part),
    "kms:alias": [regional("kms", `alias/${ours}`)],
    "kms:key": [regional("kms", "key/*")],
    // CloudWatch Logs compares some calls with the one form, some with the other.
    "logs:log-group": ["", ":*"].map((end) => regional("logs", `log-group:${names.trailLogGroup}${end}`)),
    "s3:bucket": buckets.map(arns.bucket),
    "s3:object": buckets.map((name) => arns.bucket(`${name}/*`)),
    "scheduler:schedule": [regional("scheduler", `schedule/${ours}/${ours}`)],
    "scheduler:schedule-group": [regional("scheduler", `schedule-group/${ours}`)],
    "sns:topic": [regional("sns", ours)],
    "sqs:queue": [regional("sqs", ours)],
    ...(part === "management" ? ofOrganization(blueprint) : {}),
  };
}
