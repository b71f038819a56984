import type { Arrival } from "../../../catalogue/detection";
import { secondChannelRules, tellsSecondChannel } from "../../../catalogue/alerts/second-channel";
import type { Blueprint } from "../../../config";
import type { EventRuleFacts } from "../../../organization/services/event-rules";
import type { ProtectionParts } from "../../../organization/protection";
import { readingOfNone } from "../../none";
import type { Reading } from "../../../organization/clients/reading";

/** A rule as it should be. */
export interface ExpectedRule {
  readonly name: string;
  readonly pattern: unknown;
  /** ARNs of whom it must tell, at least. */
  readonly targets: readonly string[];
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

/** What forwards a detection from a default bus to the alert bus, and to the second channel's. */
const forward = ({ names, arns, baseline }: Blueprint, detection: Detection): ExpectedRule => ({
  name: names.forwardRule(detection.id),
  pattern: detection.path.pattern,
  targets: [
    arns.alertBus(),
    ...(baseline.alerting.secondChannel !== undefined && tellsSecondChannel(detection) ? [arns.secondBus()] : []),
  ],
});

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
  const { names, arns, detectionsByPath } = blueprint;
  const expected = [...detectionsByPath.event, ...detectionsByPath.finding].map(({ id, severity, path }) => ({
    name: names.entry(id),
    pattern: path.pattern,
    targets: [arns.topic(severity)],
  }));
  const deadLetters = deadLettersIn(blueprint, "management", blueprint.homeRegion);
  return { of: "alert bus", stack: "alarms", rules: live.alarms.alertRules, expected, deadLetters };
};

function onSecondBus(blueprint: Blueprint, live: ProtectionParts): readonly Place[] {
  const { baseline, names, arns, homeRegion } = blueprint;
  if (baseline.alerting.secondChannel === undefined) return [];
  const expected = secondChannelRules(baseline.alerting.runbooks).map(({ kind, pattern }) => ({
    name: `${names.secondChannel}-${kind}`,
    pattern,
    targets: [arns.secondTopic()],
  }));
  const deadLetters = deadLettersIn(blueprint, "security", homeRegion);
  return [{ of: "second channel", stack: "alarms", rules: live.secondChannel.rules, expected, deadLetters }];
}

/** Every bus on which rules of the baseline should stand. */
export function placesOf(blueprint: Blueprint, live: ProtectionParts): readonly Place[] {
  const { arrivalRegions, detectedRegions } = blueprint;
  const regions = [...new Set([...Object.values(arrivalRegions).flat(), ...detectedRegions])];
  const place = (account: Arrival["account"], region: string, rules: Place["rules"] | undefined): readonly Place[] => {
    const expected = arriving(blueprint, account, region).map((detection) => forward(blueprint, detection));
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
