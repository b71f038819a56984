import type { Blueprint } from "../../../config";
import { by, type Attempt } from "./diary";

/** From the management account: every part of the way of an alert, ended, narrowed, masked, flooded or held. */
export function inManagement({ accounts, homeRegion, names }: Blueprint): readonly Attempt[] {
  const { id } = accounts.management;
  const at = (service: string, resource: string) => `arn:aws:${service}:${homeRegion}:${id}:${resource}`;
  const attempt = by(id);
  const trail = at("cloudtrail", `trail/${names.trail}`);
  const group = at("logs", `log-group:${names.trailLogGroup}`);
  const stream = `${group}:log-stream:${id}_CloudTrail_${homeRegion}`;
  const alarm = at("cloudwatch", "alarm:org-baseline-trail-changed");
  const rule = at("events", "rule/org-baseline-trail-changed-event-forward");
  const topic = at("sns", "org-baseline-critical");
  const metric = { context: { "cloudwatch:namespace": names.metricNamespace(undefined) } };
  const ofGroup = { resource: group, parameters: { logGroupName: names.trailLogGroup } };
  const key = {
    resource: at("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"),
    context: { "kms:ResourceAliases": [names.alertKeyAlias] },
    parameters: { keyId: names.alertKeyAlias },
  };
  return [
    attempt("Stop the trail", "cloudtrail:StopLogging", { resource: trail, parameters: { name: trail } }),
    attempt("Let it record reads only", "cloudtrail:PutEventSelectors", {
      resource: trail,
      parameters: { trailName: names.trail },
    }),
    attempt("Delete its log group", "logs:DeleteLogGroup", ofGroup),
    attempt("Delete a filter", "logs:DeleteMetricFilter", ofGroup),
    attempt("Let a filter count in another unit", "logs:PutMetricFilter", ofGroup),
    attempt("Mask what filters read in the log group", "logs:PutDataProtectionPolicy", {
      resource: group,
      parameters: { logGroupIdentifier: group },
    }),
    attempt("Mask it in every log group of the account", "logs:PutAccountPolicy", {
      parameters: { policyName: "mask", policyType: "DATA_PROTECTION_POLICY" },
    }),
    attempt("Turn records into something else as they come", "logs:PutTransformer", {
      resource: group,
      parameters: { logGroupIdentifier: names.trailLogGroup },
    }),
    attempt("Write numbers of another unit, or below zero, or a 1 that stands", "cloudwatch:PutMetricData", metric),
    attempt("Write a record that holds an alarm, or that feigns life", "logs:PutLogEvents", { resource: stream }),
    attempt("Let an alarm ask for a hundred", "cloudwatch:PutMetricAlarm", {
      resource: alarm,
      parameters: { alarmName: "org-baseline-trail-changed" },
    }),
    attempt("Take its actions away", "cloudwatch:DisableAlarmActions", {
      resource: alarm,
      parameters: { alarmNames: ["org-baseline-trail-changed"] },
    }),
    attempt("Mute alarms for a night", "cloudwatch:PutAlarmMuteRule", {
      resource: at("cloudwatch", "alarm-mute-rule:org-baseline-night"),
      parameters: { name: "org-baseline-night" },
    }),
    attempt("Hold it in ALARM", "cloudwatch:SetAlarmState", {
      resource: alarm,
      parameters: { alarmName: "org-baseline-trail-changed" },
    }),
    attempt("Switch a rule off", "events:DisableRule", {
      resource: rule,
      parameters: { name: "org-baseline-trail-changed-event-forward" },
    }),
    attempt("Leave it without targets", "events:RemoveTargets", {
      resource: rule,
      parameters: { rule: "org-baseline-trail-changed-event-forward" },
    }),
    attempt("Close the alert bus to the security account", "events:RemovePermission", {
      parameters: { eventBusName: names.alertBus, statementId: "forwarders" },
    }),
    attempt("Delete a topic", "sns:DeleteTopic", { resource: topic, parameters: { topicArn: topic } }),
    attempt("Send so much that SNS takes e-mail subscriptions back", "sns:Publish", { resource: topic }),
    attempt("The same by a rule and events of one's own", "events:PutTargets", {
      resource: at("events", "rule/mine"),
      context: { "events:TargetArn": [topic] },
    }),
    attempt("Disable the key of the topics", "kms:DisableKey", key),
    attempt("Let a policy decide by its tags", "kms:TagResource", key),
    attempt("Let a policy decide by an alias more", "kms:CreateAlias", {
      ...key,
      parameters: { aliasName: "alias/refused", targetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
    }),
    attempt("Move an account out of a guardrail's unit", "organizations:MoveAccount", {
      resource: `arn:aws:organizations::${id}:account/o-exampleorgid/${accounts.security.id}`,
      parameters: { accountId: accounts.security.id },
    }),
    attempt("Attach a policy that stops the forwarders", "organizations:AttachPolicy", {
      resource: `arn:aws:organizations::${id}:policy/o-exampleorgid/service_control_policy/p-12345678`,
      parameters: { policyId: "p-12345678", targetId: accounts.security.id },
    }),
  ];
}

/** From the security account, where guardrails bind: the forwarders, the second channel and GuardDuty. */
export function inSecurity({ accounts, homeRegion, names }: Blueprint): readonly Attempt[] {
  const { id } = accounts.security;
  const at = (service: string, resource: string) => `arn:aws:${service}:${homeRegion}:${id}:${resource}`;
  const attempt = by(id);
  const forwarder = at("events", "rule/org-baseline-guardduty-stealth-forward");
  const role = `arn:aws:iam::${id}:role/${names.findingForwardRole}`;
  const detector = at("guardduty", "detector/12abc34d567e8fa901bc2d34e56789f0");
  const detectorId = "12abc34d567e8fa901bc2d34e56789f0";
  const topic = at("sns", "org-baseline-second-channel");
  return [
    attempt("Switch a forwarder off", "events:DisableRule", {
      resource: forwarder,
      parameters: { name: "org-baseline-guardduty-stealth-forward" },
    }),
    attempt("Take its role's permission away", "iam:DeleteRolePolicy", {
      resource: role,
      parameters: { roleName: names.findingForwardRole, policyName: "forward" },
    }),
    attempt("Suspend the detector", "guardduty:UpdateDetector", { resource: detector, parameters: { detectorId } }),
    attempt("Archive findings as they come", "guardduty:CreateFilter", {
      resource: detector,
      parameters: { detectorId },
    }),
    attempt("Delete the second channel's topic", "sns:DeleteTopic", {
      resource: topic,
      parameters: { topicArn: topic },
    }),
    attempt("Flood it", "sns:Publish", { resource: topic }),
    attempt("Flood it by a rule and events of one's own", "events:PutTargets", {
      resource: at("events", "rule/mine"),
      context: { "events:TargetArn": [topic] },
    }),
  ];
}
