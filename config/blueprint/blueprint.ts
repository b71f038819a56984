import type { Arrival, DetectionSettings } from "../../catalogue/detection";
import type { GuardrailSettings } from "../../catalogue/guardrail";
import { globalRegionOf } from "../../catalogue/aws/global-services";
import { partitionOf, regionsOf, type Partition } from "../../catalogue/partitions";
import type { KnownCall } from "../../catalogue/alerts/known-event";
import type { PreparedDetection } from "../../catalogue/alerts/prepare";
import { SEVERITIES, type Severity } from "../../catalogue/alerts/severities";
import type { Baseline } from "../schema/baseline";
import { accountsOf, type Accounts } from "./accounts";
import { arnsOf, type Arns } from "./arns";
import {
  byPath,
  listedDetectionsOf,
  preparedByEachPath,
  type DetectionsByPath,
  type ListedDetection,
} from "./detections";
import { forwardersOf, type Forwarder } from "./forwarders";
import { knownCallOf } from "./known-call";
import { lazy, oncePer } from "./lazy";
import { namesOf, type Names } from "./names";
import {
  attachmentsOf,
  policiesOf,
  policyQuotasOf,
  type Attachment,
  type PlacedPolicy,
  type PolicyQuotas,
} from "./policies";
import { rulePlacesOf, type RulePlace } from "./rule-places";
import { detectionSettingsOf, guardrailSettingsOf } from "./settings";
import { distinct, type Target } from "./target";
import { teamPolicy, type TeamPolicy } from "./team-policy";
import {
  secondSubscribersOf,
  subscribersOf,
  topicsOf,
  type SecondSubscriber,
  type Subscriber,
  type Topic,
} from "./topics";
import { unknown } from "./unknown";

/**
 * The configuration worked out: everything that follows from it, each value once and when it is first asked for.
 * Checks, warnings, stacks and commands take it from here; none of them derives it a second time.
 */
export interface Blueprint {
  /** What was decided, as it is written, with every default filled in. */
  readonly baseline: Baseline;
  /** The partition of the home Region. */
  readonly partition: Partition;
  /** The home Region: one that exists. */
  readonly homeRegion: string;
  readonly accounts: Accounts;
  readonly names: Names;
  readonly arns: Arns;
  /** The governed Regions, in the order in which they are written; `default-enabled` is the partition's list. */
  readonly governedRegions: readonly string[];
  /** Regions in which GuardDuty still is: the governed ones, then those whose members leave first. */
  readonly detectedRegions: readonly string[];
  /** Regions of which everything leaves with the next deploy. */
  readonly emptiedRegions: readonly string[];
  /** What the guardrails depend on, among it the principals that they let through. */
  readonly guardrailSettings: GuardrailSettings;
  /** Every policy and where it shall be attached, whether it can be read or not. */
  readonly attachments: readonly Attachment[];
  /** The team's own policies, read and judged, in the order of `guardrails.files`. */
  readonly teamPolicies: readonly TeamPolicy[];
  /** Every policy that can be read, as it is sent. */
  readonly policies: readonly PlacedPolicy[];
  readonly policyQuotas: PolicyQuotas;
  /** Every target once, in the order in which the policies name them. */
  readonly targets: readonly Target[];
  readonly detectionSettings: DetectionSettings;
  /** What shall be detected: the catalogue's in its order, then the operator's own. */
  readonly listedDetections: readonly ListedDetection[];
  /** The detections as they are deployed, in that order. */
  readonly detections: readonly PreparedDetection[];
  readonly detectionsByPath: DetectionsByPath;
  /** The call that is made only to come out; none where its absence is not to be told. */
  readonly knownCall: KnownCall | undefined;
  /** Regions in which calls arrive, by the kind of place that a detection names. */
  readonly arrivalRegions: Readonly<Record<Arrival["region"], readonly string[]>>;
  /** Whether anything is forwarded to the alert bus from the security account: findings, or calls that arrive there. */
  readonly securityForwards: boolean;
  /** The roles that put events on the alert buses. */
  readonly forwarders: readonly Forwarder[];
  /** Where each stack has event rules, and a queue of what they could not deliver. */
  readonly rulePlaces: readonly RulePlace[];
  /** Severities that a listed detection has, the most urgent first. Each has a topic. */
  readonly severities: readonly Severity[];
  /** Everybody who is told, in the order of the configuration. */
  readonly subscribers: readonly Subscriber[];
  /** Everybody who is told on the second channel. */
  readonly secondSubscribers: readonly SecondSubscriber[];
  readonly topics: readonly Topic[];
}

/** The blueprint of a configuration. Asked again about the same one, it answers with the same blueprint. */
export const blueprintOf = oncePer((baseline: Baseline): Blueprint => {
  const leaving = (step: Baseline["leavingRegions"][string]) =>
    Object.entries(baseline.leavingRegions).flatMap(([region, next]) => (next === step ? [region] : []));
  const blueprint: Blueprint = lazy<Blueprint>({
    baseline,
    get partition() {
      return partitionOf(baseline.homeRegion) ?? unknown(`the partition of ${baseline.homeRegion}`);
    },
    get homeRegion() {
      return regionsOf(blueprint.partition).find((region) => region === baseline.homeRegion) ?? unknown("homeRegion");
    },
    get accounts() {
      return accountsOf(baseline.accounts);
    },
    get names() {
      return namesOf(blueprint);
    },
    get arns() {
      return arnsOf(blueprint);
    },
    get governedRegions() {
      return baseline.regions === "default-enabled" ? blueprint.partition.defaultRegions : baseline.regions;
    },
    get detectedRegions() {
      return [...blueprint.governedRegions, ...leaving("members")];
    },
    get emptiedRegions() {
      return leaving("everything");
    },
    get guardrailSettings() {
      return guardrailSettingsOf(blueprint);
    },
    get attachments() {
      return attachmentsOf(baseline.guardrails);
    },
    get teamPolicies() {
      return baseline.guardrails.files.map(teamPolicy);
    },
    get policies() {
      return policiesOf(blueprint);
    },
    get policyQuotas() {
      return policyQuotasOf(baseline.guardrails, blueprint.partition);
    },
    get targets() {
      return distinct(blueprint.policies.flatMap(({ targets }) => targets));
    },
    get detectionSettings() {
      return detectionSettingsOf(blueprint);
    },
    get listedDetections() {
      return listedDetectionsOf(baseline);
    },
    get detections() {
      return blueprint.listedDetections.flatMap((detection) => preparedByEachPath(detection, blueprint));
    },
    get detectionsByPath() {
      return byPath(blueprint.detections);
    },
    get knownCall() {
      return knownCallOf(blueprint);
    },
    get arrivalRegions() {
      const { homeRegion, partition, detectedRegions } = blueprint;
      const organizations = globalRegionOf(partition.id, "organizations:AttachPolicy") ?? partition.globalRegion;
      return {
        home: [homeRegion],
        global: [partition.globalRegion],
        organizations: [organizations],
        governed: detectedRegions,
      };
    },
    get securityForwards() {
      const { finding, event } = blueprint.detectionsByPath;
      const arriveThere = event.some(({ path }) => path.arrives.some(({ account }) => account === "security"));
      return finding.length > 0 || arriveThere;
    },
    get forwarders() {
      return forwardersOf(blueprint);
    },
    get rulePlaces() {
      return rulePlacesOf(blueprint);
    },
    get severities() {
      const used = blueprint.listedDetections.map(({ severity }) => severity);
      return SEVERITIES.filter((severity) => used.includes(severity));
    },
    get subscribers() {
      return subscribersOf(blueprint);
    },
    get secondSubscribers() {
      return secondSubscribersOf(baseline);
    },
    get topics() {
      return topicsOf(blueprint);
    },
  });
  return blueprint;
});
