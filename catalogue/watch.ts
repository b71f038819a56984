import type { FilterPattern } from "../proofs/filter-pattern";
import type { PathPart } from "./alerts/alert-path";
import type { Arrival, DetectionSettings, Event, MetricPath } from "./detection";
import { allOf, anyOf, calls, isAbsent, isOneOf, succeeded } from "./filter";

/** How a request names a thing. `*` at an end of a name stands for anything there. */
export interface Thing {
  /** The fields below `requestParameters`, any of which may name it: `logGroupName`, `logGroupIdentifier`. */
  readonly fields: readonly string[];
  /** Its names. They mean ours only in the accounts of the watch. */
  readonly names?: readonly string[];
  /** Its ARNs, with the account that holds it: ours whoever calls. */
  readonly arns?: readonly string[];
}

/**
 * Calls that are watched, written once and read in two languages: as a metric filter on the trail, and as an event
 * rule. Only calls that were carried out count.
 *
 * CloudTrail leaves `requestParameters` out of the record of a very large request (CloudTrail User Guide, record
 * contents), so a call in our accounts that names nothing at all counts like one that names our thing.
 */
export interface Watch {
  /** The service as its records name it, before `.amazonaws.com`: `monitoring` for CloudWatch. */
  readonly service: string;
  /** Each call by its event name, with the parts of an alert path that it breaks, or why it breaks none. */
  readonly calls: Readonly<Record<string, readonly PathPart[] | string>>;
  /**
   * The thing that is called on.
   * @default whatever it is: AWS gives it an id that nobody knows beforehand
   */
  readonly of?: Thing;
  /**
   * Accounts that hold the thing.
   * @default every account of the organization
   */
  readonly accounts?: readonly string[];
}

/** One watch. */
export const watch = (of: Watch): Watch => of;

const requested = (field: string): string => `requestParameters.${field}`;

const namedBy = (fields: readonly string[], names: readonly string[]): FilterPattern =>
  anyOf(...fields.map((field) => isOneOf(requested(field), names)));

const inAccounts = (accounts: readonly string[] | undefined, pattern?: FilterPattern): readonly FilterPattern[] => [
  ...(accounts === undefined ? [] : [isOneOf("recipientAccountId", accounts)]),
  ...(pattern === undefined ? [] : [pattern]),
];

function ofThing({ of, accounts }: Watch): readonly FilterPattern[] {
  if (of === undefined) return inAccounts(accounts);
  const { fields, names = [], arns = [] } = of;
  const unnamed = allOf(...fields.map((field) => isAbsent(requested(field))));
  const here = inAccounts(accounts, names.length === 0 ? unnamed : anyOf(namedBy(fields, names), unnamed));
  return arns.length === 0 ? here : [anyOf(namedBy(fields, arns), allOf(...here))];
}

const filterOf = (watch: Watch): FilterPattern =>
  allOf(calls(watch.service, Object.keys(watch.calls)), ...ofThing(watch), succeeded);

/** A text as an event pattern names it. */
const matcher = (text: string): string | { readonly wildcard: string } =>
  text.includes("*") ? { wildcard: text } : text;

const ABSENT = { exists: false };

const either = (patterns: readonly Event[]): Event => (patterns.length === 1 ? { ...patterns[0] } : { $or: patterns });

/** One alternative for each field, or one list of values where there is only one field. */
function namedInEvent(fields: readonly string[], names: readonly string[], unnamed: boolean): readonly Event[] {
  const values = names.map(matcher);
  const [only, ...more] = fields;
  if (only !== undefined && more.length === 0)
    return [{ requestParameters: { [only]: unnamed ? [...values, ABSENT] : values } }];
  const named = names.length === 0 ? [] : fields.map((field) => ({ requestParameters: { [field]: values } }));
  const none = { requestParameters: Object.fromEntries(fields.map((field) => [field, [ABSENT]])) };
  return unnamed ? [...named, none] : named;
}

function thingInEvent({ of, accounts }: Watch): Event {
  const here = accounts === undefined ? {} : { recipientAccountId: accounts };
  if (of === undefined) return here;
  const { fields, names = [], arns = [] } = of;
  const ours = { ...here, ...either(namedInEvent(fields, names, true)) };
  return arns.length === 0 ? ours : either([...namedInEvent(fields, arns, false), ours]);
}

/** Calls on the same things are asked for together: a pattern has 2,048 characters. */
function together(watches: readonly Watch[]): readonly Watch[] {
  const byThing = new Map<string, Watch>();
  for (const watch of watches) {
    const key = JSON.stringify([watch.service, watch.of, watch.accounts]);
    byThing.set(key, { ...watch, calls: { ...byThing.get(key)?.calls, ...watch.calls } });
  }
  return [...byThing.values()];
}

const sourceOf = (service: string): Event => ({ eventSource: [`${service}.amazonaws.com`] });

const callsOf = (watch: Watch): Event => ({ eventName: Object.keys(watch.calls), ...thingInEvent(watch) });

/** The service stands once where it is the same in every alternative. */
function detailOf(watches: readonly Watch[]): Event {
  const [service, ...others] = new Set(watches.map((watch) => watch.service));
  return service !== undefined && others.length === 0
    ? { ...sourceOf(service), ...either(watches.map(callsOf)) }
    : either(watches.map((watch) => ({ ...sourceOf(watch.service), ...callsOf(watch) })));
}

/**
 * The event pattern of the same calls. A service event is what AWS writes down without a request. Nobody else can send
 * what a rule takes for an event of AWS: a flood of such messages would make SNS deactivate subscriptions by e-mail.
 * Sources: EventBridge User Guide, AWS service events delivered by CloudTrail; EventBridge API Reference, PutEvents: a
 * source must not begin with `aws.`.
 */
const eventOf = (watches: readonly Watch[]): Event => ({
  source: [{ prefix: "aws." }],
  "detail-type": ["AWS API Call via CloudTrail", "AWS Service Event via CloudTrail"],
  detail: { errorCode: [ABSENT], ...detailOf(together(watches)) },
});

/** What a detection watches under the settings; nothing where the configuration leaves it nothing to watch. */
type Watching = (settings: DetectionSettings) => readonly Watch[];

/** A path that also goes by event rules, and says which calls it watches. */
export interface WatchPath extends MetricPath {
  readonly watches: Watching;
}

/** Whether a call of the watch can arrive there: its things lie in an account with a rule, or in any. */
const arrivesAt =
  (arrives: readonly Arrival[], { managementAccount, securityAccount }: DetectionSettings) =>
  ({ accounts }: Watch): boolean =>
    accounts === undefined ||
    arrives.some(({ account }) => accounts.includes(account === "management" ? managementAccount : securityAccount));

/**
 * The two paths of what is watched: a metric filter with an alarm, which sees every account and Region, and event rules
 * where the calls arrive, which need no log group.
 *
 * @param arrives places in which the calls on our things arrive; none where no rule can see them.
 */
export const watching = (watches: Watching, arrives: readonly Arrival[]): WatchPath => ({
  kind: "metric",
  watches,
  pattern: (settings) => watches(settings).map(filterOf),
  ...(arrives.length === 0
    ? {}
    : {
        event: {
          arrives,
          pattern: (settings) => {
            const found = watches(settings).filter(arrivesAt(arrives, settings));
            return found.length === 0 ? undefined : eventOf(found);
          },
        },
      }),
});
