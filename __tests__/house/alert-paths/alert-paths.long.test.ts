import type { CatalogueDetection } from "../../../catalogue/alerts/detection-sets";
import type { PathPart } from "../../../catalogue/alerts/alert-path";
import type { Event } from "../../../catalogue/detection";
import { DETECTIONS } from "../../../catalogue/detections";
import { globalRegionOf } from "../../../catalogue/aws/global-services";
import type { Partition } from "../../../catalogue/partitions";
import { padded, roleCall } from "../../../catalogue/detections/sample-calls";
import type { Watch, WatchPath } from "../../../catalogue/watch";
import { blueprintOf } from "../../../config";
import { configuration, inChina, withChat } from "../../support/configuration";
import { example } from "../../support/examples";
import { synth } from "../../support/synth";
import { Organization, type Place } from "./walk";

/**
 * A detection survives what it detects: for every part of a path that a watched call breaks there is a way without it,
 * walked through the synthesized Terraform. What breaks the trail's delivery is told by the silence that follows, too.
 */

const configurations = [
  ["the shipped configuration", configuration()],
  ["greenfield", example("greenfield")],
  ["control-tower", example("control-tower")],
  ["govcloud", example("govcloud")],
  ["China", inChina()],
  ["a chat channel", withChat()],
  ["the compact form", configuration({ terraform: { ...configuration().terraform, awsProvider: "6" } })],
] as const;

interface Watched extends Watch {
  readonly id: string;
}

/** An account of the watch in which the call is made, the Region in which it arrives, and what it names. */
function* callsOf(watch: Watched, partition: Partition, home: string): Generator<[string, Event]> {
  for (const [call, breaks] of Object.entries(watch.calls)) {
    if (typeof breaks === "string") continue;
    for (const account of watch.accounts ?? ["444444444444"]) {
      const changes = {
        recipientAccountId: account,
        awsRegion: globalRegionOf(partition.id, `${watch.service}:${call}`) ?? home,
      };
      const [field = "none"] = watch.of?.fields ?? [];
      const [name = "x"] = [...(watch.of?.names ?? []), ...(watch.of?.arns ?? [])].filter(
        (text) => !text.startsWith("*:") || text.includes(account),
      );
      const record = roleCall(watch.service, call.replace("*", "Policy"), {
        ...changes,
        requestParameters: { [field]: name.replaceAll("*", "x") },
      });
      yield [`${call} in ${account}`, record];
      if (watch.of !== undefined) yield [`${call} in ${account}, request too large`, padded(record)];
    }
  }
}

describe.each(configurations)("%s", (_title, config) => {
  const { baseline } = synth(config);
  const { detectionSettings, listedDetections, names, partition, homeRegion, accounts } = blueprintOf(baseline);
  const organization = new Organization(synth(config));
  const silence = organization.waysOfSilence();
  const watches = (DETECTIONS as readonly CatalogueDetection[])
    .filter(({ id }) => listedDetections.some((listed) => listed.id === id))
    .flatMap(({ id, path }) =>
      "watches" in path ? (path as WatchPath).watches(detectionSettings).map((watch) => ({ ...watch, id })) : [],
    );

  test("every silence is told on both channels", () => {
    const alarms = [...new Set(silence.map(({ alarm }) => alarm))];
    const listed = (id: string) => listedDetections.some((detection) => detection.id === id);
    expect(alarms.sort()).toEqual([
      ...(listed("known-event-missing") ? [`${names.knownEvent}-log-group`, `${names.knownEvent}-rule`] : []),
      ...(listed("trail-silent") ? [names.entry("trail-silence")] : []),
    ]);
    const both = new Set([`topic@${accounts.management.id}`, `topic@${accounts.security.id}`]);
    for (const each of alarms) {
      const ways = silence.filter(({ alarm }) => alarm === each);
      const channels = ways.flatMap(({ places }) => [...places].filter((place) => place.startsWith("topic@")));
      expect([each, new Set(channels)]).toEqual([each, both]);
    }
  });

  test.each(watches.map((watch) => [`${watch.id}: ${Object.keys(watch.calls).join(", ")}`, watch] as const))(
    "%s",
    (_calls, watch) => {
      const blind = [...callsOf(watch, partition, homeRegion)].flatMap(([call, record]) => {
        const ways = organization.waysOf(record);
        const [name = ""] = call.split(" ");
        const breaks = watch.calls[name] as readonly PathPart[];
        const account = String(record["recipientAccountId"]);
        return breaks.flatMap((part) => {
          const broken: Place = `${part}@${account}`;
          const left = [...ways, ...silence.filter(({ tellsOf }) => tellsOf.has(broken))].filter(
            ({ places }) => !places.has(broken),
          );
          return left.length === 0 ? [`${call} breaks ${part}, and nothing tells of it`] : [];
        });
      });
      expect(blind).toEqual([]);
    },
  );

  test("the parts that the calls break are all that there are, GuardDuty's own path aside", () => {
    const broken = new Set(
      watches.flatMap(({ calls }) => Object.values(calls).flatMap((parts) => (typeof parts === "string" ? [] : parts))),
    );
    expect([...broken].sort()).toEqual([
      "alarm",
      "bus",
      ...(detectionSettings.chatChannels.length === 0 ? [] : ["chat"]),
      "detector",
      "filter",
      "log-group",
      "rule",
      "subscription",
      "topic",
      "trail",
    ]);
  });
});

test("a channel that alone is told of its own loss is told of by nobody: the test can fail", () => {
  const { subscriptions, ...rest } = configuration().alerting;
  const others = subscriptions.filter(({ severity }) => severity !== "critical");
  const organization = new Organization(synth(withChat({ ...rest, subscriptions: others })));
  const gone = roleCall("chatbot", "DeleteSlackWorkspaceAuthorization", { awsRegion: "us-west-2" });
  const ways = organization.waysOf(gone);
  expect(ways.length).toBeGreaterThan(0);
  expect(ways.every(({ places }) => places.has("chat@111111111111"))).toBe(true);
});

test("without a second channel the loss of a topic is told by nobody: the test can fail", () => {
  const { subscriptions } = configuration().alerting;
  const organization = new Organization(synth(configuration({ alerting: { subscriptions } })));
  const gone = roleCall("sns", "DeleteTopic", {
    requestParameters: { topicArn: "arn:aws:sns:us-east-1:111111111111:org-baseline-critical" },
  });
  const ways = organization.waysOf(gone);
  expect(ways.length).toBeGreaterThan(1);
  expect(ways.every(({ places }) => places.has("topic@111111111111"))).toBe(true);
});
