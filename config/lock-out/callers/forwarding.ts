import type { Principal } from "../../../proofs/policy";
import type { Blueprint } from "../../blueprint";
import { belonging, made, type MustPass } from "../call";
import { exampleForwardRule, KEY } from "./examples";

/** A bus that is forwarded to, and the account that it is in. */
interface Bus {
  readonly arn: string;
  readonly owner: string;
  readonly loss: string;
}

function buses({ accounts, arns, baseline }: Blueprint): readonly Bus[] {
  const second = baseline.alerting.secondChannel !== undefined;
  return [
    { arn: arns.alertBus(), owner: accounts.management.id, loss: "no finding about root reaches a person" },
    ...(second
      ? [{ arn: arns.secondBus(), owner: accounts.security.id, loss: "the second channel hears of nothing" }]
      : []),
  ];
}

/** Regions in which something arrives in the security account that is forwarded. */
const securityRegions = ({ homeRegion, governedRegions, securityForwards }: Blueprint): readonly string[] =>
  securityForwards ? [...new Set([homeRegion, ...governedRegions])] : [];

/** EventBridge itself at work for a forwarding rule of the security account, on what is in that account. */
function forwardRule(blueprint: Blueprint, region: string) {
  const account = blueprint.accounts.security.id;
  return {
    principal: { type: "service", service: "events.amazonaws.com" },
    owner: account,
    account,
    region,
    signIn: "service",
    context: {
      "aws:SourceOrgID": blueprint.baseline.organization.id,
      "aws:SourceAccount": account,
      "aws:SourceArn": exampleForwardRule(blueprint, region),
    },
  } as const;
}

/**
 * EventBridge becomes the forwarding role of the security account. Resource control policies bind AWS services there;
 * none binds the role of the management account. Source: EventBridge User Guide, IAM roles for targets.
 */
export function forwarderEntry(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns, names } = blueprint;
  return securityRegions(blueprint).map((region) =>
    made(blueprint, {
      ...forwardRule(blueprint, region),
      who: `EventBridge, which forwards findings as ${names.findingForwardRole},`,
      loss: "no finding about root reaches a person",
      action: "sts:AssumeRole",
      resource: arns.role(accounts.security.id, names.findingForwardRole),
    }),
  );
}

/**
 * EventBridge puts events on the alert bus and on the bus of the second channel, with the forwarding roles: that of the
 * security account from every Region in which something arrives there, that of the management account from its own.
 */
export function forwarding(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, names, homeRegion } = blueprint;
  const role = (account: string, name: string): Principal => ({ type: "role", account, name, ...belonging(blueprint) });
  const put = (principal: Principal, name: string, what: string, region: string, { arn, owner, loss }: Bus) =>
    made(blueprint, {
      who: `the role ${name}, with which EventBridge forwards ${what}`,
      loss,
      principal,
      action: "events:PutEvents",
      resource: arn,
      owner,
      account: accounts.security.id,
      region,
      signIn: "session of a role",
    });
  const security = role(accounts.security.id, names.findingForwardRole);
  const management = role(accounts.management.id, names.eventForwardRole);
  return buses(blueprint).flatMap((bus) => [
    ...securityRegions(blueprint).map((region) => put(security, names.findingForwardRole, "findings", region, bus)),
    ...(bus.owner === accounts.security.id
      ? [put(management, names.eventForwardRole, "events of the management account", homeRegion, bus)]
      : []),
  ]);
}

/** EventBridge puts what the rules of the security account could not deliver into their queues. */
export function deadLetters(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns } = blueprint;
  return securityRegions(blueprint).map((region) =>
    made(blueprint, {
      ...forwardRule(blueprint, region),
      who: "EventBridge with the dead-letter queue of the forwarding rules",
      loss: "what a rule could not deliver is lost, and nobody is told of it",
      action: "sqs:SendMessage",
      resource: arns.deadLetters(accounts.security.id, region, "threat-detection"),
    }),
  );
}

/** EventBridge and CloudWatch publish to the second channel's topic, which its key encrypts. */
export function secondChannelKey(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns, names, baseline } = blueprint;
  if (baseline.alerting.secondChannel === undefined) return [];
  const account = accounts.security.id;
  return ["events.amazonaws.com", "cloudwatch.amazonaws.com"].flatMap((service) =>
    ["kms:GenerateDataKey", "kms:Decrypt"].map((action) =>
      made(blueprint, {
        who: `${service} with the key of the second channel`,
        loss: "the second channel tells nobody",
        principal: { type: "service", service },
        action,
        resource: arns.regional("kms", account, KEY),
        owner: account,
        account,
        signIn: "service",
        context: { "kms:ResourceAliases": [`alias/${names.secondChannel}`] },
      }),
    ),
  );
}
