import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { Arrival } from "../catalogue/detection";
import type { PreparedDetection, PreparedPath } from "../catalogue/alerts/prepare";
import { tellsSecondChannel } from "../catalogue/alerts/second-channel";
import type { Blueprint } from "../config";
import { DeliveryAlarm } from "../constructs/alerts/delivery-alarm";
import { EventRule } from "../constructs/alerts/event-rule";
import type { Place } from "../constructs/place";

/** What a rule can look for: calls as they arrive, or findings. */
export type Forwarded = PreparedDetection<Extract<PreparedPath, { kind: "event" | "finding" }>>;

/** Regions in which the calls arrive, each once. */
export const regionsIn = ({ arrivalRegions }: Blueprint, arrives: readonly Arrival[]): readonly string[] => [
  ...new Set(arrives.flatMap(({ region }) => arrivalRegions[region])),
];

export interface ForwardRuleProps {
  readonly blueprint: Blueprint;
  readonly detection: Forwarded;
  readonly place: Place;
  readonly region: string;
  /** ARN of the role that puts events on the buses, and the buses: the first, and the second where there is one. */
  readonly roleArn: string;
  readonly busArn: string;
  readonly secondBusArn: string | undefined;
  /** Queue that keeps what the buses did not take. */
  readonly deadLetterArn: string;
  /** What comes before the rule. */
  readonly after: readonly ITerraformDependable[];
  /** A topic of the rule's account, in the home Region, that hears where it cannot deliver; none where there is none. */
  readonly topicArn: string | undefined;
}

/** A rule on a default bus: what a detection looks for goes to the alert bus, and to the second channel's. */
export function forwardRule(scope: Construct, address: string, props: ForwardRuleProps): void {
  const { blueprint, detection, place, region, roleArn, busArn, secondBusArn, deadLetterArn, after, topicArn } = props;
  const { id, title, path } = detection;
  const rule = new EventRule(scope, address, {
    place,
    name: blueprint.names.forwardRule(id),
    description: `Forwards to the alert bus: ${title}`,
    pattern: path.pattern,
    dependsOn: after,
    deadLetterArn,
    target: { arn: busArn, roleArn },
    secondTarget:
      secondBusArn !== undefined && tellsSecondChannel(detection) ? { arn: secondBusArn, roleArn } : undefined,
  });
  // An alarm reaches topics of its own account and Region only.
  if (topicArn !== undefined && region === blueprint.homeRegion)
    new DeliveryAlarm(scope, `${address}-delivery`, { place, of: { rule: rule.name }, topicArn });
}
