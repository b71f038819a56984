import { arn } from "../../catalogue/aws/arn";
import type { Partition } from "../../catalogue/partitions";
import type { RootTaskId } from "../../catalogue/aws/root-tasks";
import type { Severity } from "../../catalogue/alerts/severities";
import type { Baseline } from "../schema/baseline";
import type { Accounts } from "./accounts";
import type { Names } from "./names";

/** What ARNs depend on. Each ARN reads what it needs, when it is asked for. */
interface Located {
  readonly baseline: Pick<Baseline, "homeRegion" | "name">;
  readonly partition: Partition;
  readonly accounts: Accounts;
  readonly names: Names;
}

/** ARNs of what the configuration determines, known before any of it exists. */
export const arnsOf = (of: Located) => {
  const partition = of.partition.id;
  const global = (service: string, account: string, resource: string) => arn({ partition, service, account, resource });
  const regional = (service: string, account: string, resource: string) =>
    arn({ partition, service, region: of.baseline.homeRegion, account, resource });
  const role = (account: string, name: string) => global("iam", account, `role/${name}`);
  return {
    /** Anything in the home Region. */
    regional,
    role,
    rootUser: (account: string) => global("iam", account, "root"),
    /** A bucket, or with a slash an object in one. */
    bucket: (name: string) => arn({ partition, service: "s3", resource: name }),
    breakGlassRole: (task: RootTaskId) => role(of.accounts.security.id, of.names.breakGlassRole(task)),
    trail: () => regional("cloudtrail", of.accounts.management.id, `trail/${of.names.trail}`),
    trailLogGroup: () => regional("logs", of.accounts.management.id, `log-group:${of.names.trailLogGroup}`),
    /** Topic of a severity, for those who subscribe from another account. */
    topic: (severity: Severity) => regional("sns", of.accounts.management.id, of.names.topic(severity)),
    /** The alert bus, for those who forward to it before it exists. */
    alertBus: () => regional("events", of.accounts.management.id, `event-bus/${of.names.alertBus}`),
    /** The bus of the second channel, for those who forward to it before it exists. */
    secondBus: () => regional("events", of.accounts.security.id, `event-bus/${of.names.secondChannel}`),
    /** A rule that forwards what a detection looks for, or with `*` all of them, in a Region or with `*` in any. */
    forwardRule: (account: string, region: string, id: string) =>
      arn({ partition, service: "events", region, account, resource: `rule/${of.names.forwardRule(id)}` }),
    /** Any rule of ours, on whatever bus. */
    anyRule: (account: string, region: string) =>
      arn({ partition, service: "events", region, account, resource: `rule/${of.baseline.name}-*` }),
    /** The dead-letter queue of a stack's rules. */
    deadLetters: (account: string, region: string, stack: string) =>
      arn({ partition, service: "sqs", region, account, resource: of.names.deadLetters(stack) }),
    /** The topic of the second channel. */
    secondTopic: () => regional("sns", of.accounts.security.id, of.names.secondChannel),
  };
};

export type Arns = ReturnType<typeof arnsOf>;
