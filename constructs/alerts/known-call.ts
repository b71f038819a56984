import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { SchedulerScheduleGroup } from "@cdktf/provider-aws/lib/scheduler-schedule-group";
import { Construct } from "constructs";
import { knownCallPermission, knownCallTrust } from "../../catalogue/alerts/known-event";
import type { GlobalPlace, Place } from "../place";
import { literal, policyJson } from "../policy-json";

export interface KnownCallProps {
  readonly place: Place;
  readonly global: GlobalPlace;
  readonly account: string;
  /** Name of the schedule, of its group and of its role. */
  readonly name: string;
  /** ARN of the group, which the role's trust names before the group exists. */
  readonly groupArn: string;
  /** ARN of the rule that the call enables. */
  readonly ruleArn: string;
  /** How often, as EventBridge Scheduler writes it. */
  readonly rate: string;
  /** The call, and what it sends. */
  readonly target: { readonly arn: string; readonly input: string };
}

/** Minutes after which a call that failed is not tried again: the next one is due. */
const RETRY_SECONDS = 300;

/** A schedule that makes a harmless call again and again, with a role of its own that may make this call and no other. */
export class KnownCall extends Construct {
  constructor(scope: Construct, id: string, props: KnownCallProps) {
    super(scope, id);
    const { place, global, account, name, groupArn, ruleArn, rate, target } = props;
    const group = new SchedulerScheduleGroup(this, "group", { ...place, name });
    const role = new IamRole(this, "role", {
      ...global,
      name,
      description: "EventBridge Scheduler makes the call whose record must come out",
      assumeRolePolicy: policyJson([knownCallTrust(account, groupArn)]),
    });
    const policy = new IamRolePolicy(this, "policy", {
      ...global,
      name: "enable-rule",
      role: role.name,
      policy: policyJson([knownCallPermission(ruleArn)]),
    });
    new SchedulerSchedule(this, "schedule", {
      ...place,
      name,
      groupName: group.name,
      description: "A harmless call whose record must come out: where it does not, an attack would not either",
      scheduleExpression: rate,
      flexibleTimeWindow: { mode: "OFF" },
      state: "ENABLED",
      target: {
        arn: target.arn,
        input: literal(target.input),
        roleArn: role.arn,
        retryPolicy: { maximumEventAgeInSeconds: RETRY_SECONDS, maximumRetryAttempts: 3 },
      },
      dependsOn: [policy],
    });
  }
}
