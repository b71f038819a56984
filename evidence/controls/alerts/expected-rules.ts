import { knownCallPattern } from "../../../catalogue/alerts/known-event";
import { kindOf, notification, type Notification } from "../../../catalogue/alerts/notification";
import type { Arrival } from "../../../catalogue/detection";
import { secondChannelRules, tellsSecondChannel } from "../../../catalogue/alerts/second-channel";
import type { Blueprint } from "../../../config";
import type { EventRuleFacts } from "../../../organization/services/event-rules";
import type { ProtectionParts } from "../../../organization/protection";
import { expectedCall } from "./known-event";
import { readingOfNone } from "../../none";
import type { Reading } from "../../../organization/clients/reading";

/** Whom a rule tells, and how. */
export interface ExpectedTarget {
  readonly arn: string;
  /** ARN of the role with which it is told. @default - none: its own policy admits EventBridge */
  readonly role?: string | undefined;
  /** What is said. @default - the event as it is */
  readonly message?: Notification;
}

/** A rule as it should be. */
export interface ExpectedRule {
  readonly name: string;
  readonly pattern: unknown;
  /** Whom it must tell, at least. */
  readonly targets: readonly ExpectedTarget[];
}

/** A bus, what stands on it, and what should. */
export interface Place {
  readonly of: string;
  /** The stack that makes the rules. */
  readonly stack: string;
  readonly rules: Reading<readonly EventRuleFacts[]>;
  readonly expected: readonly ExpectedRule[];
  /** ARNs of the queues there, of which each target must name one. */
  readonly deadLetters: readonly string[];
}

type Detection = Blueprint["detectionsByPath"]["event" | "finding"][number];

/** The role with which rules of an account forward. */
const roleIn = ({ forwarders }: Blueprint, account: Arrival["account"]): string | undefined =>
  forwarders.find(({ of }) => of === account)?.roleArn;

/** What forwards a detection from a default bus to the alert bus, and to the second channel's. */
function forward(blueprint: Blueprint, account: Arrival["account"], detection: Detection): ExpectedRule {
  const { names, arns, baseline } = blueprint;
  const isSecond = baseline.alerting.secondChannel !== undefined && tellsSecondChannel(detection);
  const role = roleIn(blueprint, account);
  return {
    name: names.forwardRule(detection.id),
    pattern: detection.path.pattern,
    targets: [arns.alertBus(), ...(isSecond ? [arns.secondBus()] : [])].map((arn) => ({ arn, role })),
  };
}

/** The rule that must see the known call, at home. */
const knownRule = (blueprint: Blueprint): readonly ExpectedRule[] => {
  const call = expectedCall(blueprint);
  return call === undefined
    ? []
    : [
        {
          name: call.rule,
          pattern: knownCallPattern(call),
          targets: [{ arn: blueprint.arns.alertBus(), role: roleIn(blueprint, "management") }],
        },
      ];
};

/** The stacks of which one makes what forwards from a Region, as a command takes them. */
export const stacksOf = ({ detectedRegions }: Blueprint, region: string): string =>
  detectedRegions.includes(region) ? "alarms threat-detection" : "alarms";

/** Detections whose calls, or findings, arrive in an account and a Region. */
export function arriving(blueprint: Blueprint, account: Arrival["account"], region: string): readonly Detection[] {
  const { detectionsByPath, arrivalRegions, detectedRegions } = blueprint;
  const events = detectionsByPath.event.filter(({ path }) =>
    path.arrives.some((at) => at.account === account && arrivalRegions[at.region].includes(region)),
  );
  const findings = account === "security" && detectedRegions.includes(region) ? detectionsByPath.finding : [];
  return [...events, ...findings];
}

const deadLettersIn = (
  { accounts, arns, rulePlaces }: Blueprint,
  account: Arrival["account"],
  region: string,
): readonly string[] =>
  rulePlaces
    .filter((place) => place.account === account && place.region === region)
    .map(({ stack }) => arns.deadLetters(accounts[account].id, region, stack));

const onAlertBus = (blueprint: Blueprint, live: ProtectionParts): Place => {
  const { names, arns, baseline, detectionsByPath } = blueprint;
  const expected = [...detectionsByPath.event, ...detectionsByPath.finding].map((detection) => {
    const { id, severity, path } = detection;
    const message = notification(detection, kindOf(path), baseline.alerting.runbooks);
    return { name: names.entry(id), pattern: path.pattern, targets: [{ arn: arns.topic(severity), message }] };
  });
  const deadLetters = deadLettersIn(blueprint, "management", blueprint.homeRegion);
  return { of: "alert bus", stack: "alarms", rules: live.alarms.alertRules, expected, deadLetters };
};

function onSecondBus(blueprint: Blueprint, live: ProtectionParts): readonly Place[] {
  const { baseline, names, arns, homeRegion } = blueprint;
  if (baseline.alerting.secondChannel === undefined) return [];
  const expected = secondChannelRules(baseline.alerting.runbooks).map(({ kind, pattern, message }) => ({
    name: `${names.secondChannel}-${kind}`,
    pattern,
    targets: [{ arn: arns.secondTopic(), message }],
  }));
  const deadLetters = deadLettersIn(blueprint, "security", homeRegion);
  return [{ of: "second channel", stack: "alarms", rules: live.secondChannel.rules, expected, deadLetters }];
}

/** Every bus on which rules of the baseline should stand. */
export function placesOf(blueprint: Blueprint, live: ProtectionParts): readonly Place[] {
  const { arrivalRegions, detectedRegions, homeRegion } = blueprint;
  const regions = [...new Set([...Object.values(arrivalRegions).flat(), ...detectedRegions])];
  const place = (account: Arrival["account"], region: string, rules: Place["rules"] | undefined): readonly Place[] => {
    const known = account === "management" && region === homeRegion ? knownRule(blueprint) : [];
    const expected = [
      ...arriving(blueprint, account, region).map((each) => forward(blueprint, account, each)),
      ...known,
    ];
    const stack = stacksOf(blueprint, region);
    const of = `${account}, ${region}`;
    const deadLetters = deadLettersIn(blueprint, account, region);
    return expected.length === 0 ? [] : [{ of, stack, rules: rules ?? readingOfNone(of), expected, deadLetters }];
  };
  return [
    onAlertBus(blueprint, live),
    ...onSecondBus(blueprint, live),
    ...regions.flatMap((region) => [
      ...place("management", region, live.forwards.find((each) => each.region === region)?.rules),
      ...place("security", region, live.threatDetection.regions.find((each) => each.region === region)?.forwardRules),
    ]),
  ];
}
