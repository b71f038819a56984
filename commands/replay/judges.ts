import type { Event } from "../../catalogue/detection";
import type { PreparedDetection } from "../../catalogue/prepare";
import { judgeOf, type Judge } from "../../catalogue/detection-judge";
import { parseFilterPattern } from "../../proofs/filter-pattern";
import { requiredValues } from "./required-values";
import { mayMatch, settledBy, type Settled } from "./rule-index";
import { shapesOf, type RulePlace } from "./shapes";

interface Candidate {
  readonly detection: PreparedDetection;
  readonly judge: Judge;
}

/** Fields that most patterns settle on, the most telling first. */
const FIELDS: readonly (readonly [field: string, read: (record: Event) => unknown])[] = [
  ["eventName", (record) => record["eventName"]],
  ["userIdentity.type", (record) => (record["userIdentity"] as Event | undefined)?.["type"]],
  ["eventSource", (record) => record["eventSource"]],
];

const add = <Key>(index: Map<Key, Candidate[]>, key: Key, candidate: Candidate): void => {
  index.set(key, [...(index.get(key) ?? []), candidate]);
};

/** Whether it fires, under any reading of what AWS leaves open. */
const fires = ({ judge }: Candidate, event: Event): boolean => judge(event).includes(true);

/** The detections as judges. A record meets only those which can match its name, its actor or its service. */
export class Judges {
  private readonly indexes = FIELDS.map(([, read]) => ({ read, index: new Map<unknown, Candidate[]>() }));
  private readonly always: Candidate[] = [];
  private readonly rules: (Candidate & { readonly settled: Settled })[] = [];
  private readonly order: ReadonlyMap<PreparedDetection, number>;

  constructor(
    detections: readonly PreparedDetection[],
    private readonly place: RulePlace,
  ) {
    this.order = new Map(detections.map((detection, index) => [detection, index]));
    for (const detection of detections) this.enter({ detection, judge: judgeOf(detection.path) });
  }

  private enter(candidate: Candidate): void {
    const { path } = candidate.detection;
    if (path.kind !== "metric") {
      this.rules.push({ ...candidate, settled: settledBy(path.pattern) });
      return;
    }
    const pattern = parseFilterPattern(path.text);
    const required = FIELDS.map(([field]) => requiredValues(pattern, field));
    const chosen = required.findIndex((values) => values !== undefined);
    const index = this.indexes[chosen]?.index;
    if (index === undefined) this.always.push(candidate);
    else for (const value of new Set(required[chosen])) add(index, value, candidate);
  }

  /** The detections that fire on an input, in the order of the catalogue. */
  of(input: Event): readonly PreparedDetection[] {
    const { record, envelope } = shapesOf(input, this.place);
    const fired = [
      ...(record === undefined ? [] : this.candidates(record).filter((candidate) => fires(candidate, record))),
      ...(envelope === undefined
        ? []
        : this.rules.filter((rule) => mayMatch(rule.settled, envelope) && fires(rule, envelope))),
    ].map(({ detection }) => detection);
    return fired.length < 2 ? fired : fired.sort((a, b) => this.placeOf(a) - this.placeOf(b));
  }

  private candidates(record: Event): Candidate[] {
    return [...this.always, ...this.indexes.flatMap(({ read, index }) => index.get(read(record)) ?? [])];
  }

  private placeOf(detection: PreparedDetection): number {
    return this.order.get(detection) ?? 0;
  }
}
