import { arn } from "../../../catalogue/aws/arn";
import { serviceAction } from "../../../catalogue/pipeline";
import { existingOrganization } from "../../../emulator/organization-seed";
import type { RecordedCall } from "./recorded-call";

const ORGANIZATION = existingOrganization.organization.id;

type Parameters = RecordedCall["parameters"];

/** The first of these parameters that the call has. */
const first = (parameters: Parameters, ...names: readonly string[]): string | undefined =>
  names.map((name) => parameters[name]).find((value) => value !== undefined && value !== "");

/** Ids of Organizations say by their beginning what they are. */
const ID_FORMS: Readonly<Record<string, RegExp>> = {
  account: /^\d{12}$/,
  awspolicy: /^p-FullAWSAccess$|^p-RCPFullAWSAccess$/,
  organizationalunit: /^ou-/,
  policy: /^p-(?!(RCP)?FullAWSAccess$)/,
  root: /^r-/,
};

function inOrganization(type: string, { operation, parameters, account }: RecordedCall): string | undefined {
  const ids = ["PolicyId", "TargetId", "ResourceId", "ParentId", "AccountId", "RootId", "adminAccountId"];
  // A policy has its id once it is created.
  const given = operation === "organizations:CreatePolicy" ? ["p-new"] : ids.flatMap((name) => parameters[name] ?? []);
  const id = given.find((value) => ID_FORMS[type]?.test(value));
  if (id === undefined) return undefined;
  const owned = (resource: string, owner = account) =>
    arn({ partition: "aws", service: "organizations", account: owner, resource });
  const policyType = (parameters["Type"] ?? "service_control_policy").toLowerCase();
  if (type === "awspolicy") return owned(`policy/${policyType}/${id}`, "aws");
  if (type === "policy") return owned(`policy/${ORGANIZATION}/${policyType}/${id}`);
  return owned(`${type === "organizationalunit" ? "ou" : type}/${ORGANIZATION}/${id}`);
}

type Named = (call: RecordedCall) => string | undefined;

/** The end of an ARN where the call says a name; the ARN itself where it says one. */
const NAMED: Readonly<Record<string, Named>> = {
  "account:account": () => "account",
  "cloudtrail:trail": ({ parameters }) => {
    const name = first(parameters, "TrailName", "Name", "ResourceId", "ResourceIdList");
    return name?.startsWith("arn:") === false ? `trail/${name}` : name;
  },
  "cloudwatch:alarm": ({ parameters }) => {
    const name = first(parameters, "AlarmName", "AlarmNames.member.1");
    return name === undefined ? parameters["ResourceARN"] : `alarm:${name}`;
  },
  "events:event-bus": ({ parameters, operation }) => {
    if (operation.endsWith("Rule") || operation.endsWith("Targets")) return undefined;
    const name = first(parameters, "Name", "EventBusName");
    return name === undefined ? undefined : `event-bus/${name}`;
  },
  "events:rule-on-custom-event-bus": ({ parameters }) => {
    const [name, bus = "default"] = [first(parameters, "Rule", "Name"), parameters["EventBusName"]];
    return name === undefined || bus === "default" ? undefined : `rule/${bus}/${name}`;
  },
  "events:rule-on-default-event-bus": ({ parameters }) => {
    const [name, bus = "default"] = [first(parameters, "Rule", "Name"), parameters["EventBusName"]];
    return name === undefined || bus !== "default" ? undefined : `rule/${name}`;
  },
  "guardduty:detector": ({ parameters: { DetectorId } }) =>
    DetectorId === undefined ? undefined : `detector/${DetectorId}`,
  "iam:role": ({ parameters: { RoleName } }) => (RoleName === undefined ? undefined : `role/${RoleName}`),
  "kms:alias": ({ parameters: { AliasName } }) => AliasName,
  "kms:key": ({ parameters }) => {
    const id = first(parameters, "KeyId", "TargetKeyId");
    return id === undefined || id.startsWith("arn:") ? id : `key/${id}`;
  },
  "logs:log-group": ({ parameters }) => {
    const name = first(parameters, "logGroupName", "logGroupNamePrefix");
    return name === undefined ? parameters["resourceArn"] : `log-group:${name}`;
  },
  "s3:bucket": ({ parameters: { Bucket } }) => Bucket,
  "s3:object": ({ parameters: { Bucket, Key } }) => `${Bucket ?? ""}/${Key ?? "anything"}`,
  // The log has no query, in which a schedule's group stands where it is read: ours has the name of its schedule.
  "scheduler:schedule": ({ parameters: { GroupName, Name } }) =>
    Name === undefined ? undefined : `schedule/${GroupName ?? Name}/${Name}`,
  "scheduler:schedule-group": ({ parameters: { Name } }) => (Name === undefined ? undefined : `schedule-group/${Name}`),
  "sns:topic": ({ parameters }) => first(parameters, "TopicArn", "SubscriptionArn", "ResourceArn", "Name"),
  "sqs:queue": ({ parameters }) => first(parameters, "QueueName") ?? parameters["QueueUrl"]?.split("/").at(-1),
};

/** Services whose ARNs name no Region, and those whose ARNs name no account. */
const GLOBAL = ["account", "iam", "s3"];

/**
 * The ARNs of what a call acts on, as far as an action asks: none where it has no resource types, undefined where the
 * call does not say.
 */
export function calledResources(action: string, call: RecordedCall): readonly string[] | undefined {
  const [service = ""] = action.split(":");
  const { on } = serviceAction(action);
  const tagged = first(call.parameters, "ResourceARN", "ResourceArn", "resourceArn");
  if (tagged !== undefined && on.length > 0) return [tagged];
  const found = (on.includes("policy") ? [...on, "awspolicy"] : on).flatMap((type) => {
    if (service === "organizations") return inOrganization(type, call) ?? [];
    const end = NAMED[`${service}:${type}`]?.(call);
    if (end === undefined || end.startsWith("arn:")) return end ?? [];
    const region = GLOBAL.includes(service) ? "" : call.region;
    return arn({ partition: "aws", service, region, account: service === "s3" ? "" : call.account, resource: end });
  });
  return on.length > 0 && found.length === 0 ? undefined : found;
}
