import { isReading, serviceAction, type Part } from "../../catalogue/pipeline";
import type { Blueprint } from "../../config";
import { handedRoles, resourcesOf } from "./resources";

/** A statement as IAM reads it. */
export interface PermissionStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

type Scope = Pick<PermissionStatement, "Resource" | "Condition">;

/**
 * Actions that AWS's service data gives a resource type, and that are asked for more than one thing at a time.
 * Source: CloudWatch API Reference, DescribeAlarms; IAM API Reference, ListRoles.
 */
const ASKED_FOR_ALL = new Set(["cloudwatch:DescribeAlarms", "iam:ListRoles"]);

/** To whom a role may be handed. Source: the constructs that set one. */
const HANDED_TO = [
  "chatbot.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "events.amazonaws.com",
  "scheduler.amazonaws.com",
];

/** Services that make the role that is linked to them. */
const LINKED: Readonly<Record<Part, readonly string[]>> = {
  management: ["cloudtrail.amazonaws.com", "guardduty.amazonaws.com", "management.chatbot.amazonaws.com"],
  security: ["guardduty.amazonaws.com"],
  logArchive: [],
};

/** Deletes what is in a bucket, which the baseline does in accounts for trials alone. */
const EMPTYING = new Set(["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion"]);

/** Changes the organization itself, which the baseline does where it owns it. */
const OWNING = new Set([
  "organizations:DisableAWSServiceAccess",
  "organizations:DisablePolicyType",
  "organizations:EnablePolicyType",
]);

/** The services for which trusted access and delegated administrators are set. */
const servicesOf = ({ baseline: { organization } }: Blueprint): readonly string[] => [
  ...new Set([
    "guardduty.amazonaws.com",
    "iam.amazonaws.com",
    ...(organization.mode === "owned" ? organization.trustedAccess : []),
  ]),
];

const isLeftOut = ({ baseline, accounts }: Blueprint, part: Part, action: string): boolean =>
  (EMPTYING.has(action) && !baseline.trialAccounts.includes(accounts[part].id)) ||
  (OWNING.has(action) && baseline.organization.mode !== "owned");

/** What narrows an action that ARNs do not. */
function conditionOf(blueprint: Blueprint, part: Part, action: string): Scope["Condition"] {
  if (action === "iam:CreateServiceLinkedRole") return { StringEquals: { "iam:AWSServiceName": LINKED[part] } };
  if (action === "iam:PassRole") return { StringEquals: { "iam:PassedToService": HANDED_TO } };
  if (/^organizations:((En|Dis)ableAWSServiceAccess|(Der|R)egisterDelegatedAdministrator)$/.test(action))
    return { StringEquals: { "organizations:ServicePrincipal": servicesOf(blueprint) } };
  // A key has a generated id, and an alias only once it is there: those with other aliases alone are not ours.
  if (serviceAction(action).on.includes("key"))
    return { "ForAllValues:StringLike": { "kms:ResourceAliases": [`alias/${blueprint.baseline.name}-*`] } };
  return undefined;
}

/**
 * Where an action is allowed, in an account of this part; undefined where the baseline keeps nothing there that it could
 * be called on.
 */
function scopeOf(blueprint: Blueprint, part: Part, action: string): Scope | undefined {
  if (isLeftOut(blueprint, part, action)) return undefined;
  const Resource = reachedBy(blueprint, part, action);
  const Condition = conditionOf(blueprint, part, action);
  return Resource.length === 0 ? undefined : { Resource, ...(Condition === undefined ? {} : { Condition }) };
}

function reachedBy(blueprint: Blueprint, part: Part, action: string): readonly string[] {
  const { on } = serviceAction(action);
  if (action === "iam:CreateServiceLinkedRole")
    return LINKED[part].map((service) =>
      blueprint.arns.role(blueprint.accounts[part].id, `aws-service-role/${service}/*`),
    );
  if (action === "iam:PassRole") return handedRoles(blueprint, part);
  if (on.length === 0 || ASKED_FOR_ALL.has(action)) return ["*"];
  const [service = ""] = action.split(":");
  const resources = resourcesOf(blueprint, part);
  // AWS's own policies are read like the organization's, and changed by nobody.
  const types = isReading(action) && on.includes("policy") ? [...on, "awspolicy"] : on;
  return [...new Set(types.flatMap((type) => resources[`${service}:${type}`] ?? []))];
}

const capital = (word: string): string => `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`;

/** `SnsTopic` for what is scoped to one type, else the service; everything that has no resource is one statement. */
function sidOf(action: string, { Resource, Condition }: Scope): string {
  if (Resource[0] === "*") return "Unscoped";
  const [service = "", name = ""] = action.split(":");
  if (Condition?.["StringEquals"] !== undefined) return name;
  const { on } = serviceAction(action);
  return `${capital(service)}${on.length === 1 ? capital(on[0] ?? "").replaceAll("-", "") : ""}`;
}

/** Statements that allow these actions, each on what the baseline keeps of its resource types. */
export function allowing(blueprint: Blueprint, part: Part, actions: readonly string[]): readonly PermissionStatement[] {
  const groups = new Map<string, { scope: Scope; actions: string[] }>();
  for (const action of actions) {
    const scope = scopeOf(blueprint, part, action);
    if (scope === undefined) continue;
    const key = JSON.stringify(scope);
    const group = groups.get(key) ?? { scope, actions: [] };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ scope, actions: Action }) => ({
    Sid: sidOf(Action[0] ?? "", scope),
    Effect: "Allow",
    Action,
    ...scope,
  }));
}

/** No role of a pipeline opens a root session: that is break glass, and it has a person. */
export const NO_ROOT_SESSION: PermissionStatement = {
  Sid: "NoRootSession",
  Effect: "Deny",
  Action: ["sts:AssumeRoot"],
  Resource: ["*"],
};
