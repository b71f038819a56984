import { scryptSync } from "node:crypto";
import { mayHoldSecret, publicHost } from "../report/secrets";
import type { Baseline } from "../schema/baseline";

type Subscription = Baseline["alerting"]["subscriptions"][number];
export type Endpoint = Subscription["endpoint"];

/** Longest readable part of a derived name. */
const READABLE = 24;

const digests = new Map<string, string>();

/**
 * Tells apart what shares its readable part. Slow on purpose, and 32 bits short: an endpoint may hold a secret, and
 * what stands in every line of a plan must not be a way to test guesses of it at speed.
 */
function digestOf(text: string): string {
  const known = digests.get(text);
  if (known !== undefined) return known;
  const digest = scryptSync(text, "aws-org-baseline subscription", 4, { N: 2 ** 14 }).toString("hex");
  digests.set(text, digest);
  return digest;
}

/** What a person recognizes of an endpoint and may read anywhere. */
function readable(protocol: Subscription["protocol"], endpoint: string): string {
  const text = {
    https: () => publicHost(endpoint),
    email: () => (mayHoldSecret(endpoint) ? "" : (endpoint.split(/[+@]/)[0] ?? "")),
    sms: () => "",
    arn: () => endpoint.split(/[:/]/).at(-1) ?? "",
  }[protocol === "https" || protocol === "sms" ? protocol : protocol.startsWith("email") ? "email" : "arn"]();
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, READABLE)
    .replace(/^-+|-+$/g, "");
}

/** Name of the subscription of an endpoint that the configuration holds. */
const derived = ({ protocol }: Pick<Subscription, "protocol">, endpoint: string): string =>
  [protocol, readable(protocol, endpoint), digestOf(endpoint)].filter((part) => part !== "").join("-");

/** Name in the first versions: the whole endpoint, every sign that an address cannot hold by its code. */
const spelledOut = ({ protocol }: Pick<Subscription, "protocol">, endpoint: string): string =>
  `${protocol}-${endpoint.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`;

/** The last part of the address of a subscription: what the operator calls it, or a short name of its endpoint. */
export const subscriptionName = (subscription: Pick<Subscription, "protocol" | "endpoint" | "id">): string => {
  const { endpoint, id } = subscription;
  if (id !== undefined) return `to-${id}`;
  return typeof endpoint === "string" ? derived(subscription, endpoint) : `to-${endpoint.variable}`;
};

/** Address of the subscription of a topic by the last part, as it is or was. */
export const subscriptionAddress = ({ severity }: Pick<Subscription, "severity">, name: string): string =>
  `aws_sns_topic_subscription.${severity}_${name}`;

/** Names that the subscription of this endpoint has had, the oldest first. The first may hold a secret. */
export const formerNames = (
  subscription: Pick<Subscription, "protocol" | "endpoint" | "id">,
  endpoint: string,
): readonly string[] =>
  [spelledOut(subscription, endpoint), derived(subscription, endpoint)].filter(
    (name) => name !== subscriptionName(subscription),
  );

/** The same without those that hold a secret: what may stand in a `moved` block. */
export const formerNamesToShow = (
  subscription: Pick<Subscription, "protocol" | "endpoint" | "id">,
): readonly string[] => {
  const { endpoint } = subscription;
  if (typeof endpoint !== "string") return [];
  const former = formerNames(subscription, endpoint);
  return mayHoldSecret(endpoint) ? former.slice(1) : former;
};
