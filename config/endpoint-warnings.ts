import { parseArn } from "../catalogue/arn";
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

/** What a plan, a repository and the output hold is read by many. */
export const secretsAreWrittenDown: Warn = ({ subscribers, secondSubscribers }) =>
  [...subscribers, ...secondSubscribers].flatMap(({ where, endpoint }) =>
    when(
      mayHoldSecret(textOf(endpoint)),
      `${where}.endpoint`,
      `${quoted(publicText(textOf(endpoint)))} may hold a secret, which the synthesized files then hold too; hand it over as { variable: "<name>" }, and if an earlier version deployed it, move it first (npm run baseline -- subscription-moves)`,
    ),
  );
