import type { ReviewRule } from "../rule";
import type { World } from "../../model/world";

/** What watches a Region by standing in it. */
const WATCHERS = ["aws_guardduty_detector", "aws_cloudwatch_event_rule"];

const regionsOf = (world: World, type: string): ReadonlySet<string> =>
  new Set(world.of(type).flatMap(({ region }) => region ?? []));

const WORDS: Readonly<Record<string, string>> = {
  aws_guardduty_detector: "no GuardDuty detector of ours",
  aws_cloudwatch_event_rule: "no event rule of ours",
};

export const regionDropped: ReviewRule = {
  id: "region-dropped",
  severity: "high",
  fires: "a Region in which something of ours watched has nothing of the kind after the change",
  matters: "an attacker picks the Region that nobody watches",
  find: ({ before, after }) =>
    WATCHERS.flatMap((type) => {
      const left = regionsOf(after, type);
      return [...regionsOf(before, type)]
        .filter((region) => !left.has(region))
        .sort()
        .map((region) => ({ place: `${region}: ${type}`, words: `\`${region}\` has ${WORDS[type] ?? ""} any longer` }));
    }),
};
