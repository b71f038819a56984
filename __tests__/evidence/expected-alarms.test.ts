import { AT } from "../organization/as-read";
import { blueprintOf, type BaselineConfig } from "../../config";
import { judgeBus } from "../../evidence/controls/alerts/event-bus";
import { expectedAlarms, watchOf } from "../../evidence/controls/alerts/expected-alarms";
import { watchProblem } from "../../evidence/controls/alerts/watch";
import { configuration, inChina } from "../support/configuration";
import { CASES } from "../support/examples";
import { synth } from "../support/synth";
import { madeAlarms, madeBus, madeQueues } from "./synthesized";

const { secondChannel, ...alerting } = configuration().alerting;
const urgent = alerting.subscriptions.filter(({ severity }) => severity === "critical" || severity === "high");

/** Those with fewer ways to people, and fewer detections, than the examples. */
const CONFIGS: readonly (readonly [string, BaselineConfig])[] = [
  ...CASES,
  ["China", inChina()],
  ["more than one event", configuration({ detectionTuning: { overrides: { "cis-cloudwatch-1": { threshold: 3 } } } })],
  ["no second channel", configuration({ alerting })],
  [
    "one finding alone",
    configuration({ detections: ["guardduty-root"], alerting: { ...alerting, secondChannel, subscriptions: urgent } }),
  ],
  [
    "a Region that members leave",
    configuration({ regions: ["us-east-1"], leavingRegions: { "eu-west-1": "members" } }),
  ],
];

describe.each(CONFIGS)("%s", (_name, config) => {
  const { baseline } = synth(config);
  const blueprint = blueprintOf(baseline);
  const placeOf = ({ account, region }: (typeof blueprint.rulePlaces)[number]) =>
    `${blueprint.accounts[account].id} ${region}`;

  test("verify asks for every alarm that the stacks make, where they make it, and for no other", () => {
    const ofDetections = new Set(blueprint.detectionsByPath.metric.map(({ id }) => blueprint.names.entry(id)));
    const made = madeAlarms(config).filter(({ thing }) => !ofDetections.has(thing.AlarmName ?? ""));
    expect(
      expectedAlarms(blueprint)
        .map((each) => `${placeOf({ ...each, stack: "alarms" })} ${each.name}`)
        .sort(),
    ).toEqual(made.map(({ place, thing }) => `${place} ${thing.AlarmName ?? ""}`).sort());
  });

  test("it knows which of them have a topic in reach", () => {
    const tells = new Map(madeAlarms(config).map(({ place, thing }) => [`${place} ${thing.AlarmName ?? ""}`, thing]));
    for (const each of expectedAlarms(blueprint)) {
      const key = `${placeOf({ ...each, stack: "alarms" })} ${each.name}`;
      expect([key, (tells.get(key)?.AlarmActions ?? []).length > 0]).toEqual([key, each.tells]);
    }
  });

  test("it knows what each of them watches, and when it is raised", () => {
    const made = new Map(madeAlarms(config).map(({ place, thing }) => [`${place} ${thing.AlarmName ?? ""}`, thing]));
    const ofDetections = blueprint.detectionsByPath.metric.map((each) => ({
      key: `${blueprint.accounts.management.id} ${blueprint.homeRegion} ${blueprint.names.entry(each.id)}`,
      watches: watchOf(each, blueprint),
    }));
    const others = expectedAlarms(blueprint).map((each) => ({
      key: `${placeOf({ ...each, stack: "alarms" })} ${each.name}`,
      watches: each.watches,
    }));
    for (const { key, watches } of [...ofDetections, ...others])
      expect([key, watchProblem(made.get(key) ?? {}, watches)]).toEqual([key, undefined]);
  });

  test("the policy that the stacks give the alert bus is the one that verify asks for", () => {
    const value = madeBus(config, blueprint.names.alertBus);
    expect(judgeBus("bus", { at: AT, value }, blueprint)).toMatchObject([{ verdict: "in-force" }]);
  });

  test("the blueprint knows every place in which a stack makes a dead-letter queue", () => {
    const places = blueprint.rulePlaces.map((place) => `${placeOf(place)} ${blueprint.names.deadLetters(place.stack)}`);
    expect(places.sort()).toEqual(
      madeQueues(config)
        .map(({ place, thing }) => `${place} ${thing.name}`)
        .sort(),
    );
  });
});
