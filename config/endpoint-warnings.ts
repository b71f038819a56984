import { parseArn } from "../catalogue/aws/arn";
import { textOf } from "./blueprint";
import { mayHoldSecret, publicText } from "./report/secrets";
import { quoted } from "./report/shown";
import { when, type Warn } from "./warning";

export const subscriberIsElsewhere: Warn = ({ subscribers }) =>
  subscribers.flatMap(({ where, endpoint, elsewhere }) =>
    when(
      elsewhere !== undefined,
      `${where}.endpoint`,
      `${quoted(parseArn(textOf(endpoint))?.resource ?? where)} is in another account, so it is not subscribed from here; apply the output subscriber_snippets there`,
    ),
  );

/** Without a second channel nobody hears that the first is broken; with the same people on both it breaks with them. */
export const oneChannelOnly: Warn = ({ baseline: { alerting }, listedDetections, secondSubscribers }) => {
  const { secondChannel, subscriptions } = alerting;
  if (secondChannel === undefined)
    return when(
      listedDetections.some(({ set }) => set === "blinding"),
      "alerting.secondChannel",
      "there is none, so whoever deletes the alert topics or disables their key is told of by nobody; name an endpoint that the first channel does not use",
    );
  return secondSubscribers.flatMap(({ where, protocol, endpoint }) =>
    when(
      subscriptions.some(
        (first) =>
          first.protocol === protocol &&
          JSON.stringify(first.endpoint).toLowerCase() === JSON.stringify(endpoint).toLowerCase(),
      ),
      where,
      "the first channel tells the same endpoint, so both are silent where it is; name another one",
    ),
  );
};

/** Whoever disconnects a chat channel is told of at the severity of topic-changed: by somebody else, or by nobody. */
export const chatTellsOfItself: Warn = ({ baseline: { alerting }, listedDetections }) => {
  const severity = listedDetections.find(({ id }) => id === "topic-changed")?.severity;
  if (severity === undefined) return [];
  return when(
    alerting.chat.some(({ severities }) => severities.includes(severity)) &&
      !alerting.subscriptions.some((subscription) => subscription.severity === severity),
    "alerting.chat",
    `${quoted(severity)} is told to channels alone, so whoever disconnects them is told of by nobody, and no channel wakes anybody; name an endpoint of it in alerting.subscriptions`,
  );
};

/** What a plan, a repository and the output hold is read by many. */
export const secretsAreWrittenDown: Warn = ({ subscribers, secondSubscribers }) =>
  [...subscribers, ...secondSubscribers].flatMap(({ where, endpoint }) =>
    when(
      mayHoldSecret(textOf(endpoint)),
      `${where}.endpoint`,
      `${quoted(publicText(textOf(endpoint)))} may hold a secret, which the synthesized files then hold too; hand it over as { variable: "<name>" }, and if an earlier version deployed it, move it first (npm run baseline -- subscription-moves)`,
    ),
  );
