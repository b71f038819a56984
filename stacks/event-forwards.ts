import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { Arrival } from "../catalogue/detection";
import type { Blueprint } from "../config";
import { EventForwardRole } from "../constructs/alerts/event-forward-role";
import { DeadLetters } from "./dead-letters";
import { forwardRule, regionsIn, type Forwarded } from "./forward-rule";
import type { Providers } from "./providers";

export interface EventForwardsProps {
  /** Id of the stack. */
  readonly stack: string;
  readonly blueprint: Blueprint;
  readonly providers: Providers;
  /** What comes before each rule. */
  readonly after: readonly ITerraformDependable[];
}

/** In which account and Region a rule stands, and the role with which it forwards. */
interface From {
  readonly account: Arrival["account"];
  readonly region: string;
  readonly roleArn: string;
}

/**
 * Forwards to the alert bus what arrives in the governed Regions: findings of every member, which reach the
 * administrator's account in the Region where they arose, and the calls that would blind GuardDuty or these rules.
 */
export class EventForwards {
  private readonly deadLetters: DeadLetters;

  constructor(
    private readonly scope: Construct,
    private readonly props: EventForwardsProps,
  ) {
    const { accounts, arns, detectedRegions, detectionsByPath, names, securityForwards } = props.blueprint;
    this.deadLetters = new DeadLetters(scope, props);
    if (!securityForwards) return;
    const { arn: security } = new EventForwardRole(scope, "forward-findings", {
      place: props.providers.global("security"),
      name: names.findingForwardRole,
      account: accounts.security.id,
      rulesArn: arns.forwardRule(accounts.security.id, "*", "*"),
      busArns: [arns.alertBus(), ...(this.hasSecond() ? [arns.secondBus()] : [])],
    });
    const management = arns.role(accounts.management.id, names.eventForwardRole);
    for (const region of detectedRegions)
      for (const detection of detectionsByPath.finding)
        this.forward(detection, { account: "security", region, roleArn: security });
    for (const detection of detectionsByPath.event)
      for (const [account, roleArn] of [
        ["security", security],
        ["management", management],
      ] as const)
        for (const region of this.regionsOf(account, detection.path.arrives))
          this.forward(detection, { account, region, roleArn });
    this.deadLetters.alarm((account) => this.mostUrgentTopic(account));
  }

  private hasSecond(): boolean {
    return this.props.blueprint.baseline.alerting.secondChannel !== undefined;
  }

  /** Regions of this stack in which the calls arrive, each once: what the alarms stack forwards is left to it. */
  private regionsOf(account: Arrival["account"], arrives: readonly Arrival[]): readonly string[] {
    const { blueprint } = this.props;
    const here = arrives.filter((at) => at.account === account);
    const ofAlarms = account === "management" ? here.filter(({ region }) => region !== "governed") : [];
    const taken = regionsIn(blueprint, ofAlarms);
    return regionsIn(blueprint, here).filter((region) => !taken.includes(region));
  }

  private forward(detection: Forwarded, { account, region, roleArn }: From): void {
    const { blueprint, providers, after } = this.props;
    const { arns } = blueprint;
    forwardRule(this.scope, `${region}_${account === "security" ? "" : `${account}-`}forward-${detection.id}`, {
      blueprint,
      detection,
      place: providers.at(account, region),
      region,
      roleArn,
      busArn: arns.alertBus(),
      secondBusArn: this.hasSecond() ? arns.secondBus() : undefined,
      deadLetterArn: this.deadLetters.at(account, region),
      after,
      topicArn: this.topicIn(account, detection),
    });
  }

  /** A topic of the account that hears of rules which do not deliver, if there is one. */
  private topicIn(account: Arrival["account"], { severity }: Forwarded): string | undefined {
    const { arns, severities } = this.props.blueprint;
    if (account === "security") return this.hasSecond() ? arns.secondTopic() : undefined;
    return arns.topic(severities.find((each) => each !== severity && each !== "record") ?? severity);
  }

  private mostUrgentTopic(account: Arrival["account"]): string | undefined {
    const { arns, severities } = this.props.blueprint;
    const [severity] = severities;
    if (account === "security") return this.hasSecond() ? arns.secondTopic() : undefined;
    return severity === undefined ? undefined : arns.topic(severity);
  }
}
