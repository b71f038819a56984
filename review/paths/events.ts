import { oncePer } from "../../config";
import { DETECTION_PROOF_SETTINGS, type Event } from "../../catalogue/detection";
import { DETECTIONS } from "../../catalogue/detections";
import { apiCallEnvelope } from "../../catalogue/detections/sample-events";
import { at } from "../model/thing";
import type { World } from "../model/world";

/** An event of the catalogue, in the names of the reviewed organization. */
export interface KnownEvent {
  /** The detection that it must set off. */
  readonly detection: string;
  /** As CloudTrail records it; undefined where it is no record of a call. */
  readonly record: Event | undefined;
  /** As EventBridge delivers it. */
  readonly envelope: Event;
}

/** What the names of the proofs are in the reviewed stacks, as far as these say. */
function translations(world: World): readonly (readonly [string, string])[] {
  const { name, managementAccount, securityAccount, logArchiveAccount } = DETECTION_PROOF_SETTINGS;
  const [filter] = world.of("aws_cloudwatch_log_metric_filter");
  const own = filter === undefined ? undefined : at(filter.values["metric_transformation"], "namespace");
  return [
    [managementAccount, filter?.account],
    [securityAccount, world.of("aws_guardduty_organization_configuration")[0]?.account],
    [logArchiveAccount, world.of("aws_s3_bucket")[0]?.account],
    [name, typeof own === "string" ? own : undefined],
  ].flatMap(([from = "", to]) => (to === undefined || to === from ? [] : [[from, to] as const]));
}

function translated(event: Event, words: readonly (readonly [string, string])[]): Event {
  if (words.length === 0) return event;
  // All at once: the name that one gets may be the name that another one had.
  const pattern = new RegExp(words.map(([from]) => from).join("|"), "g");
  const to = new Map(words);
  return JSON.parse(JSON.stringify(event).replace(pattern, (found) => to.get(found) ?? found)) as Event;
}

/** Every event on which a detection of the catalogue must fire. */
export const knownEvents = oncePer((world: World): readonly KnownEvent[] => {
  const words = translations(world);
  return DETECTIONS.flatMap(({ id, path, fires }) =>
    fires.map((event) => {
      const own = translated(event, words);
      return path.kind === "metric"
        ? { detection: id, record: own, envelope: apiCallEnvelope(own) }
        : { detection: id, record: undefined, envelope: own };
    }),
  );
});
