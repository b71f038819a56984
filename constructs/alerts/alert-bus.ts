import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import { Construct } from "constructs";
import { busAdmits } from "../../catalogue/alerts/forwarder";
import type { Place } from "../place";
import { policyJson } from "../policy-json";

/** A role that may put events on the bus. */
export interface Forwarder {
  readonly account: string;
  readonly roleArn: string;
}

export interface AlertBusProps {
  readonly place: Place;
  readonly partition: string;
  readonly name: string;
  readonly forwarders: readonly Forwarder[];
}

/**
 * The bus on which the alert events of every account and Region meet. Events are forwarded once and never again:
 * EventBridge drops what was forwarded twice.
 */
export class AlertBus extends Construct {
  readonly arn: string;
  readonly name: string;

  constructor(scope: Construct, id: string, { place, partition, name, forwarders }: AlertBusProps) {
    super(scope, id);
    const bus = new CloudwatchEventBus(this, "bus", { ...place, name });
    new CloudwatchEventBusPolicy(this, "policy", {
      ...place,
      eventBusName: bus.name,
      policy: policyJson(
        forwarders.map(({ account, roleArn }, index) => ({
          Sid: `Forwarder${index + 1}`,
          ...busAdmits(partition, account, roleArn, bus.arn),
        })),
      ),
    });
    this.arn = bus.arn;
    this.name = bus.name;
  }
}
