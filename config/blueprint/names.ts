import type { DetectionSet } from "../../catalogue/alerts/detection-sets";
import type { RootTaskId } from "../../catalogue/aws/root-tasks";
import type { Severity } from "../../catalogue/alerts/severities";
import type { Baseline } from "../schema/baseline";
import type { Accounts } from "./accounts";

/** What names depend on. */
interface Named {
  readonly baseline: Pick<Baseline, "name" | "homeRegion" | "auditTrail">;
  readonly accounts: Accounts;
}

/**
 * Physical names. The configuration alone determines them, so that one stack can name what another creates without
 * reading its state, and every stack plans before any is deployed.
 */
export const namesOf = ({ baseline: { name, homeRegion, auditTrail }, accounts: { logArchive } }: Named) => {
  const bucket = (purpose: string) => `${name}-${purpose}-${logArchive.id}-${homeRegion}`;
  return {
    /** Organization trail: ours, or the one that is used. */
    trail: auditTrail.mode === "use" ? auditTrail.trailName : `${name}-trail`,
    /** Log group of the trail. */
    trailLogGroup: auditTrail.mode === "use" ? auditTrail.logGroupName : `${name}-trail`,
    trailBucket: bucket("trail"),
    accessLogBucket: bucket("access-logs"),
    trailDeliveryRole: `${name}-trail-delivery`,
    trailKeyAlias: `alias/${name}-trail`,
    trailLogGroupKeyAlias: `alias/${name}-trail-log-group`,
    alertKeyAlias: `alias/${name}-alerts`,
    topic: (severity: Severity) => `${name}-${severity}`,
    /** Queue that keeps what is only recorded, where nothing else is named for it. */
    recordQueue: `${name}-record`,
    /**
     * Namespace of a detection's metric. The filters that scanners compare count where CIS and Security Hub say; ours
     * count apart, where no agent of a team writes.
     */
    metricNamespace: (set: DetectionSet | undefined) => (set === "cis" ? "LogMetrics" : name),
    /** Role and configuration of a chat channel. */
    chatChannel: (channel: string) => `${name}-chat-${channel}`,
    /** Saved query of a detection. The slash makes a folder in the console. */
    query: (id: string) => `${name}/${id}`,
    /** Event bus in the home Region of the management account to which every alert event is forwarded. */
    alertBus: `${name}-alerts`,
    /** Bus and topic of the second channel, in the security account, and the alias of its key. */
    secondChannel: `${name}-second-channel`,
    /** Rule, role and schedule of the call that is made only to come out, and the beginning of the names of its alarms. */
    knownEvent: `${name}-known-event`,
    /** Role in the management account that forwards events of its global Region. */
    eventForwardRole: `${name}-forward-events`,
    /** Role in the security account that forwards findings. */
    findingForwardRole: `${name}-forward-findings`,
    breakGlassRole: (task: RootTaskId) => `${name}-break-glass-${task}`,
    /** Role of the pipeline, of the same name in every account: `plan`, `apply`, `evidence`. */
    pipelineRole: (purpose: string) => `${name}-${purpose}`,
    /** Anything named after an entry of the catalogue. */
    entry: (id: string) => `${name}-${id}`,
    /** Queue of what the rules of a stack could not deliver, of the same name wherever it has rules. */
    deadLetters: (stack: string) => `${name}-${stack}-dead-letters`,
    /** Rule that forwards what a detection looks for: the longest name that is made of its id. */
    forwardRule: (id: string) => `${name}-${id}-forward`,
  };
};

export type Names = ReturnType<typeof namesOf>;
