import type { Check } from "./check";

/** Protocols that reach a person. */
const FOR_PEOPLE: readonly string[] = ["email", "email-json", "sms"];

/**
 * An alarm that nobody receives is none; Security Hub fails a topic without a subscription as well. `record` gets a
 * queue where nothing else is named.
 */
export const severitiesAreHeard: Check = ({ baseline: { alerting }, severities }) =>
  severities
    .filter((severity) => severity !== "record")
    .filter((severity) => !alerting.subscriptions.some((subscription) => subscription.severity === severity))
    .filter((severity) => !alerting.chat.some(({ severities }) => severities.includes(severity)))
    .map((severity) => ({
      where: "alerting.subscriptions",
      rule: `name at least one endpoint of severity "${severity}", because detections lists one of it`,
      got: alerting.subscriptions.map((subscription) => subscription.severity),
    }));

/** A subscription to a severity that nothing has would never hear anything. */
export const severitiesAreInUse: Check = ({ baseline: { alerting }, severities }) =>
  alerting.subscriptions
    .map(({ severity }, index) => ({
      where: `alerting.subscriptions[${index}].severity`,
      rule: `be a severity in use: ${severities.length === 0 ? "none, because detections is empty" : severities.join(", ")}`,
      got: severity,
    }))
    .filter(({ got }) => !severities.includes(got));

/** `record` is for auditors and scanners. A person who is told everything reads nothing. */
export const recordMailsNobody: Check = ({ baseline: { alerting } }) =>
  alerting.subscriptions.flatMap(({ severity, protocol }, index) =>
    severity === "record" && FOR_PEOPLE.includes(protocol)
      ? [
          {
            where: `alerting.subscriptions[${index}].protocol`,
            rule: 'be sqs, lambda, firehose or https for severity "record", which mails nobody',
            got: protocol,
          },
        ]
      : [],
  );

/** SNS knows a subscription by topic, protocol and endpoint. */
export const subscriptionsDiffer: Check = ({ baseline }) => {
  const { subscriptions } = baseline.alerting;
  const keys = subscriptions.map(({ severity, protocol, endpoint }) =>
    JSON.stringify([
      severity,
      protocol,
      typeof endpoint === "string" && protocol.startsWith("email") ? endpoint.toLowerCase() : endpoint,
    ]),
  );
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          {
            where: `alerting.subscriptions[${index}]`,
            rule: `be left out: it is the same as alerting.subscriptions[${keys.indexOf(key)}]`,
            got: subscriptions[index],
          },
        ],
  );
};

/** Two subscriptions of a topic need two addresses, and a variable is checked for one protocol. */
export const subscriptionsHaveTheirAddress: Check = ({ subscribers }) =>
  subscribers.flatMap((subscriber, index) => {
    const { where, severity, protocol, address, endpoint, id } = subscriber;
    const before = subscribers.slice(0, index);
    const same = before.find((other) => other.severity === severity && other.address === address);
    const variable = typeof endpoint === "string" ? undefined : endpoint.variable;
    const otherwise = before.find(
      (other) =>
        typeof other.endpoint !== "string" && other.endpoint.variable === variable && other.protocol !== protocol,
    );
    const isDouble = same !== undefined && JSON.stringify(same.endpoint) !== JSON.stringify(endpoint);
    return [
      ...(isDouble
        ? [{ where: `${where}.id`, rule: `be a name of its own: ${same.where} has the same`, got: id }]
        : []),
      ...(otherwise === undefined
        ? []
        : [
            {
              where: `${where}.endpoint.variable`,
              rule: `be a variable of its own: ${otherwise.where} uses it with ${otherwise.protocol}`,
              got: variable,
            },
          ]),
    ];
  });

/** A channel hears what somebody says; `record` is not for people, and its name is part of an address. */
export const channelsHearSomething: Check = ({ baseline: { alerting }, severities: inUse }) => {
  const used = inUse.filter((severity) => severity !== "record");
  const channels = alerting.chat.map(({ name }) => name);
  return alerting.chat.flatMap(({ name, severities }, channel) => [
    ...severities
      .map((severity, index) => ({
        where: `alerting.chat[${channel}].severities[${index}]`,
        rule: `be a severity in use that people read: ${used.length === 0 ? "none" : used.join(", ")}`,
        got: severity,
      }))
      .filter(({ got }) => !used.some((severity) => severity === got)),
    ...(channels.indexOf(name) === channel
      ? []
      : [{ where: `alerting.chat[${channel}].name`, rule: "be a name that no other channel has", got: name }]),
  ]);
};
