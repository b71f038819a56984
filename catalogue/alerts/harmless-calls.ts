import type { Arrival, DetectionSettings } from "../detection";
import { eventRuleChanged } from "../detections/event-rule-changed";
import { logGroupChanged } from "../detections/log-group-changed";

/**
 * A call that changes nothing, and of which AWS writes the same record as of one that would blind us. EventBridge refuses
 * events of `aws.*` from anybody else, and a metric datum proves no filter, so only a real call proves a path.
 */
export interface HarmlessCall {
  readonly id: "same-retention" | "no-rule";
  /** The IAM action that the caller needs. */
  readonly action: string;
  /** The service as its records name it, before `.amazonaws.com`. */
  readonly service: string;
  readonly call: string;
  /** The detection that sees it. */
  readonly detection: string;
  /** Where it is made: in every account and Region in which the detection has a rule. */
  readonly arrives: readonly Arrival[];
  /** What it is, for whoever is asked: read after the call's name. */
  readonly says: (settings: DetectionSettings) => string;
  /** Why nothing is another way afterwards. */
  readonly changesNothing: string;
  /** Where AWS says so. */
  readonly source: string;
  /** What its record must name. */
  readonly requestParameters: (settings: DetectionSettings) => Readonly<Record<string, unknown>>;
}

/** A rule that never is: the pattern of event-rule-changed takes it for one of ours, by the beginning of its name. */
export const proofRule = ({ name }: Pick<DetectionSettings, "name">): string => `${name}-alert-proof`;

/** The harmless calls, as few as take every path once. */
export const HARMLESS_CALLS: readonly HarmlessCall[] = [
  {
    id: "same-retention",
    action: "logs:PutRetentionPolicy",
    service: "logs",
    call: "PutRetentionPolicy",
    detection: logGroupChanged.id,
    arrives: logGroupChanged.path.event?.arrives ?? [],
    says: ({ trailLogGroup }) => `with the retention that ${trailLogGroup} has already`,
    changesNothing: "it sets the number of days that was read a moment before",
    source: "CloudWatch Logs API Reference, PutRetentionPolicy",
    requestParameters: ({ trailLogGroup }) => ({ logGroupName: trailLogGroup }),
  },
  {
    id: "no-rule",
    action: "events:DeleteRule",
    service: "events",
    call: "DeleteRule",
    detection: eventRuleChanged.id,
    arrives: eventRuleChanged.path.event?.arrives ?? [],
    says: (settings) => `of ${proofRule(settings)}, a rule that does not exist`,
    changesNothing: "deleting what is not there succeeds; whether it is there is asked a moment before",
    source: "EventBridge API Reference, DeleteRule: called many times for one rule, all calls succeed",
    requestParameters: (settings) => ({ name: proofRule(settings) }),
  },
];
