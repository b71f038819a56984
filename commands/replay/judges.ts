import type { Arrival, Event } from "../../catalogue/detection";
import type { PreparedDetection, PreparedPath } from "../../catalogue/alerts/prepare";
import { readFilters, readRule, type Judge } from "../../catalogue/alerts/detection-judge";
import type { Blueprint } from "../../config";
import type { FilterPattern } from "../../proofs/filter-pattern";
import { Candidates } from "./candidates";
import { requiredInEvent, requiredValues } from "./required-values";
import { mayMatch, settledBy, type Settled } from "./rule-index";
import { objectOf } from "../log-files/record";
import { shapesOf } from "../log-files/shapes";

interface Candidate {
  readonly detection: PreparedDetection;
  readonly judge: Judge;
}

interface Rule extends Candidate {
  readonly settled: Settled;
}

/** What a field must be for any of the patterns to match; undefined where one of them does not ask. */
function requiredOfEach(patterns: readonly FilterPattern[], field: string): readonly string[] | undefined {
  const each = patterns.map((pattern) => requiredValues(pattern, field));
  return each.every((values) => values !== undefined) ? each.flat() : undefined;
}

/** Where rules on CloudTrail events stand: they see no other account and Region. */
export interface RulePlaces {
  readonly accounts: Readonly<Record<Arrival["account"], string>>;
  readonly regions: Readonly<Record<Arrival["region"], readonly string[]>>;
}

/** Whether one of the rules of a detection stands where the event arrives. Findings arrive wherever they arise. */
const sees = (path: PreparedPath, event: Event, { accounts, regions }: RulePlaces): boolean =>
  path.kind !== "event" ||
  path.arrives.some(
    ({ account, region }) =>
      event["account"] === accounts[account] && regions[region].some((each) => each === event["region"]),
  );

/** Whether it fires, under any reading of what AWS leaves open. */
const fires = ({ judge }: Candidate, event: Event): boolean => judge(event).includes(true);

/** The detections as judges. A record meets only those which can match its name, its actor or its service. */
export class Judges {
  private readonly filters = new Candidates<Candidate>();
  private readonly rules = new Candidates<Rule>();
  private readonly order: ReadonlyMap<PreparedDetection, number>;

  constructor(
    detections: readonly PreparedDetection[],
    private readonly places: RulePlaces,
  ) {
    this.order = new Map(detections.map((detection, index) => [detection, index]));
    for (const detection of detections) this.enter(detection);
  }

  private enter(detection: PreparedDetection): void {
    const { path } = detection;
    if (path.kind === "metric") {
      const { patterns, judge } = readFilters(path.texts);
      this.filters.enter({ detection, judge }, (field) => requiredOfEach(patterns, field));
      return;
    }
    const { pattern, judge } = readRule(path.pattern);
    const rule = { detection, judge, settled: settledBy(path.pattern) };
    this.rules.enter(rule, (field) => requiredInEvent(pattern, `detail.${field}`));
  }

  /** The detections that fire on an input, in the order of the catalogue. */
  of(input: Event): readonly PreparedDetection[] {
    const { record, envelope } = shapesOf(input);
    const fired = [
      ...(record === undefined ? [] : this.filters.of(record).filter((candidate) => fires(candidate, record))),
      ...(envelope === undefined
        ? []
        : this.rules
            .of(objectOf(envelope["detail"]))
            .filter(
              (rule) =>
                mayMatch(rule.settled, envelope) &&
                sees(rule.detection.path, envelope, this.places) &&
                fires(rule, envelope),
            )),
    ].map(({ detection }) => detection);
    return fired.length < 2 ? fired : fired.sort((a, b) => this.placeOf(a) - this.placeOf(b));
  }

  private placeOf(detection: PreparedDetection): number {
    return this.order.get(detection) ?? 0;
  }
}

/** The detections of a configuration, ready to judge. */
export const judgesOf = ({ accounts, arrivalRegions, detections }: Blueprint): Judges =>
  new Judges(detections, {
    accounts: { management: accounts.management.id, security: accounts.security.id },
    regions: arrivalRegions,
  });
