import type { Construct } from "constructs";
import { alertsNotDelivered } from "../catalogue/detections/alerts-not-delivered";
import type { Arrival } from "../catalogue/detection";
import type { Blueprint } from "../config";
import { DeadLetterQueue } from "../constructs/alerts/dead-letter-queue";
import { DeliveryAlarm } from "../constructs/alerts/delivery-alarm";
import type { Providers } from "./providers";

interface Place {
  readonly account: Arrival["account"];
  readonly region: string;
}

export interface DeadLettersProps {
  readonly blueprint: Blueprint;
  readonly providers: Providers;
  /** Id of the stack. */
  readonly stack: string;
}

/**
 * The dead-letter queues of a stack: one in each account and Region in which it has rules, made when the first rule asks
 * for it.
 */
export class DeadLetters {
  private readonly queues = new Map<string, Place & { readonly queue: DeadLetterQueue }>();

  constructor(
    private readonly scope: Construct,
    private readonly props: DeadLettersProps,
  ) {}

  /** ARN of the queue of the rules in an account and a Region. */
  at(account: Arrival["account"], region: string): string {
    // An address is in one stack only.
    const id = `${region}_${account}-${this.props.stack}-dead-letters`;
    const { queue } = this.queues.get(id) ?? { queue: this.create(id, { account, region }) };
    this.queues.set(id, { account, region, queue });
    return queue.arn;
  }

  /**
   * An alarm on every queue. At home it tells a topic of its account, if there is one; elsewhere, where an alarm reaches
   * no topic, its state is an event that goes its own way to both buses: none where nothing waits for it.
   */
  alarm(topicOf: (account: Arrival["account"]) => string | undefined): void {
    const { blueprint, providers } = this.props;
    const isForwarded = blueprint.listedDetections.some(({ id }) => id === alertsNotDelivered.id);
    for (const [id, { account, region }] of this.queues) {
      const topicArn = region === blueprint.homeRegion ? topicOf(account) : undefined;
      if (topicArn === undefined && !isForwarded) continue;
      new DeliveryAlarm(this.scope, `${id}-delivery`, {
        place: providers.at(account, region),
        of: { queue: this.name },
        topicArn,
      });
    }
  }

  private get name(): string {
    return this.props.blueprint.names.deadLetters(this.props.stack);
  }

  private create(id: string, { account, region }: Place): DeadLetterQueue {
    const { blueprint, providers } = this.props;
    const { accounts, arns } = blueprint;
    return new DeadLetterQueue(this.scope, id, {
      place: providers.at(account, region),
      name: this.name,
      arn: arns.deadLetters(accounts[account].id, region, this.props.stack),
      rulesArn: arns.anyRule(accounts[account].id, region),
    });
  }
}
