import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import {
  CloudwatchEventTarget,
  type CloudwatchEventTargetConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../place";
import { literal } from "../policy-json";

export interface EventRuleProps {
  readonly place: Place;
  readonly name: string;
  readonly description: string;
  /** Event pattern, as EventBridge reads it. */
  readonly pattern: Readonly<Record<string, unknown>>;
  /**
   * Bus that the rule listens on.
   * @default the default bus of the account and Region
   */
  readonly busName?: string;
  /** What comes before the rule, and is destroyed or changed after it. @default nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
  readonly target: Pick<CloudwatchEventTargetConfig, "arn" | "roleArn" | "inputTransformer">;
  /** Queue that keeps what a target did not take. In the rule's account and Region. */
  readonly deadLetterArn: string;
  /**
   * Bus of the second channel, to which the same events go.
   * @default none
   */
  readonly secondTarget?: Pick<CloudwatchEventTargetConfig, "arn" | "roleArn"> | undefined;
}

/** An event rule with its target, a topic or the alert bus, and the bus of the second channel beside it. */
export class EventRule extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: EventRuleProps) {
    super(scope, id);
    const { place, name, description, pattern, busName, target, secondTarget, deadLetterArn, dependsOn = [] } = props;
    const deadLetterConfig = { arn: deadLetterArn };
    const rule = new CloudwatchEventRule(this, "rule", {
      ...place,
      name,
      description,
      eventBusName: busName,
      eventPattern: literal(JSON.stringify(pattern)),
      state: "ENABLED",
      dependsOn: [...dependsOn],
    });
    new CloudwatchEventTarget(this, "target", {
      ...place,
      rule: rule.name,
      eventBusName: busName,
      targetId: "alert",
      deadLetterConfig,
      ...target,
    });
    if (secondTarget !== undefined)
      new CloudwatchEventTarget(this, "second-target", {
        ...place,
        rule: rule.name,
        eventBusName: busName,
        targetId: "second-channel",
        deadLetterConfig,
        ...secondTarget,
      });
    this.name = name;
  }
}
