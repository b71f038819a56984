import type { Blueprint } from "../config";
import { nameOfArn } from "../organization/services/arn";
import { isUnread } from "../organization/clients/reading";
import type { Made } from "./make";
import { ruleKey, rulesOf, type Facts } from "./observe";
import type { AlarmPath, ProofCall, ProofPath, RulePath } from "./paths";
import {
  actionStep,
  alarmStep,
  callStep,
  filterStep,
  recordStep,
  ruleStep,
  stepOf,
  topicStep,
  type Step,
} from "./steps";

/** A path, and how far a call was seen on it. */
export interface PathSeen {
  readonly of: string;
  /** Whether it was seen on every part, down to what the topic delivered. */
  readonly proven: boolean;
  /** In the order of the path, up to the first part on which it was not seen. */
  readonly steps: readonly Step[];
}

export interface Judged {
  readonly blueprint: Blueprint;
  readonly made: readonly Made[];
  readonly facts: Facts;
  /** States of the alarms before the calls, by name. */
  readonly before: Facts["alarms"];
}

/** The steps up to the first that was not seen: what lies behind it says nothing. */
function upToUnseen(steps: readonly Step[]): readonly Step[] {
  const unseen = steps.findIndex(({ seen }) => !seen);
  return unseen === -1 ? steps : steps.slice(0, unseen + 1);
}

const isSeen = (steps: readonly Step[]): boolean => steps.every(({ seen }) => seen);

const madeOf = (calls: readonly ProofCall[], made: readonly Made[]): readonly Made[] =>
  made.filter(({ call }) =>
    calls.some(
      ({ harmless, account, region }) =>
        call.harmless.id === harmless.id && call.account === account && call.region === region,
    ),
  );

/** Whether the record of any of the calls is there; the first refusal where nothing else is known. */
function recorded({ calls }: ProofPath, { made, facts }: Judged, logGroup: string): Step {
  const readings = madeOf(calls, made).flatMap(({ requestId }) => facts.records.get(requestId ?? "") ?? []);
  const known = readings.find((each) => !isUnread(each) && each.value) ?? readings[0];
  return stepOf("log-group", known, (found) => recordStep(found, logGroup));
}

/** What stands before the topic. */
function carried(path: ProofPath, judged: Judged, arriving: (path: RulePath) => number): readonly Step[] {
  const { facts, before, made, blueprint } = judged;
  const called = callStep(madeOf(path.calls, made));
  if (path.kind === "trail") return [called, recorded(path, judged, path.logGroup)];
  if (path.kind === "alarm") {
    const { alarm, metric, topicArn } = path;
    const [seen, was] = [facts.alarms.get(alarm), before.get(alarm)];
    const stateBefore = was === undefined || isUnread(was) ? undefined : was.value.state;
    return [
      called,
      recorded(path, judged, path.logGroup),
      stepOf("filter", seen, (found) => filterStep(found, metric)),
      stepOf("alarm", seen, (found) => alarmStep(alarm, found, stateBefore)),
      stepOf("alarm", seen, (found) => actionStep(alarm, found, topicArn)),
    ];
  }
  const { told } = rulesOf(path, blueprint);
  const expected = { events: arriving(path), target: path.topicArn };
  const onBus = stepOf("rule", facts.rules.get(ruleKey(told)), (rule) => ruleStep(told.name, rule, expected));
  return [called, ...forwarded(path, judged), onBus];
}

function forwarded(path: RulePath, { facts, blueprint }: Judged): readonly Step[] {
  return rulesOf(path, blueprint).forward.map((place) =>
    stepOf("rule", facts.rules.get(ruleKey(place)), (rule) =>
      ruleStep(`${place.name} in ${place.account}, ${place.region}`, rule, { events: 1, target: path.bus.arn }),
    ),
  );
}

/** Judges every path by what the services showed. */
export function judge(paths: readonly ProofPath[], judged: Judged): readonly PathSeen[] {
  const rules = paths.filter((path): path is RulePath => path.kind === "rule");
  // On a bus events of several places meet: as many are due there as were forwarded.
  const left = rules.filter((path) => isSeen([callStep(madeOf(path.calls, judged.made)), ...forwarded(path, judged)]));
  const arriving = ({ bus, rule }: RulePath): number =>
    left.filter((each) => each.bus.arn === bus.arn && each.rule === rule).length;
  const before = new Map(paths.map((path) => [path, carried(path, judged, arriving)]));
  const due = (topicArn: string): number =>
    [...before].filter(([path, steps]) => path.kind !== "trail" && path.topicArn === topicArn && isSeen(steps)).length;
  const onTopic = ({ topicArn }: AlarmPath | RulePath): Step =>
    stepOf("topic", judged.facts.topics.get(topicArn), (topic) =>
      topicStep(nameOfArn(topicArn), topic, Math.max(due(topicArn), 1)),
    );
  return [...before].map(([path, steps]) => {
    const whole = upToUnseen(path.kind === "trail" ? steps : [...steps, onTopic(path)]);
    return { of: path.of, proven: isSeen(whole), steps: whole };
  });
}
