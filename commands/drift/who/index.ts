import type { Blueprint } from "../../../config";
import type { Drift, DriftedResource } from "../../../terraform/planning/drift";
import { possibleChanges, type PossibleChange } from "./change";
import { suspectsOf, type Suspects } from "./suspects";
import { NOWHERE_KNOWN, type UnitsAbove } from "./units";

/** What can have been done to things, all in the same way. */
export interface Act {
  /** Stack and address of each. */
  readonly things: readonly string[];
  /** Services and the names of their records, as CloudTrail writes them. */
  readonly calls: readonly { readonly eventSource: string; readonly eventNames: readonly string[] }[];
  /** Services of which it is not known under which name they record such a call. */
  readonly unnamed: readonly string[];
  /** Who else comes into question: whoever needs no permission for it, and what does it by itself. */
  readonly besides: readonly string[];
}

/** What can have been done in one account by the same people. */
export interface Answer {
  /** The account in which the calls are made. @default the plan does not say */
  readonly account: string | undefined;
  /** The part that the account plays. @default none, or not known */
  readonly part: string | undefined;
  /** Regions in which CloudTrail records the calls. Empty where the plan does not say. */
  readonly regions: readonly string[];
  readonly acts: readonly Act[];
  /** Who. @default undecided: no call is known that makes such a change */
  readonly suspects: Suspects | undefined;
}

/** What drifted of a stack. */
export type StackDrift = Drift & { readonly stack: string };

const GUARDRAIL = /^aws_organizations_policy(?:_attachment)?\.([^[]+)/;

/** Policies that are not, or not everywhere, attached as they are configured. */
const lapsedIn = (drifts: readonly StackDrift[]): ReadonlySet<string> =>
  new Set(
    drifts
      .flatMap(({ drifted, pending }) => [...drifted, ...pending])
      .flatMap(({ address }) => GUARDRAIL.exec(address)?.[1] ?? []),
  );

/** What needs no permission. Sources: SNS Developer Guide and API Reference, Unsubscribe and ConfirmSubscription. */
function besidesOf({ type, isGone, values }: DriftedResource): readonly string[] {
  if (type !== "aws_sns_topic_subscription" || !isGone) return [];
  if (values["pending_confirmation"] === true)
    return ["perhaps nobody: SNS deletes by itself a subscription that nobody confirmed within 48 hours"];
  return String(values["protocol"]).startsWith("email")
    ? [
        "whoever or whatever follows the link in one of its mails: it unsubscribes without signing in, unless the subscription was confirmed with AuthenticateOnUnsubscribe",
      ]
    : [];
}

const PARTS = { management: "management", security: "security", ownLogArchive: "log archive" } as const;

const partOf = ({ accounts }: Blueprint, account: string | undefined): string | undefined =>
  (Object.keys(PARTS) as (keyof typeof PARTS)[])
    .filter((part) => accounts[part]?.id === account)
    .map((part) => PARTS[part])[0];

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Who is told of besides, where AWS lets an account call it to which the organization delegates that. */
const DELEGATED = "also an account to which the organization delegates this";

function answerOf(
  blueprint: Blueprint,
  change: PossibleChange,
  lapsed: ReadonlySet<string>,
  unitsAbove: UnitsAbove,
  besides: readonly string[],
): Answer {
  const { thing, account, region, calls } = change;
  const named = (source: string) =>
    unique(calls.filter(({ eventSource }) => eventSource === source).flatMap(({ eventNames }) => eventNames));
  const act: Act = {
    things: [thing],
    calls: unique(calls.map(({ eventSource }) => eventSource))
      .map((eventSource) => ({ eventSource, eventNames: named(eventSource) }))
      .filter(({ eventNames }) => eventNames.length > 0),
    unnamed: unique(calls.filter(({ eventNames }) => eventNames.length === 0).map(({ eventSource }) => eventSource)),
    besides: [...besides, ...(calls.some(({ isDelegable }) => isDelegable) ? [DELEGATED] : [])],
  };
  return {
    account,
    part: partOf(blueprint, account),
    regions: region === undefined ? [] : [region],
    acts: [act],
    suspects: calls.length === 0 ? undefined : suspectsOf(blueprint, change, lapsed, unitsAbove),
  };
}

/** Merges what is the same by a key, in the order in which the keys come first. */
function merged<T>(list: readonly T[], keyOf: (item: T) => unknown, merge: (one: T, other: T) => T): readonly T[] {
  const groups = new Map<string, T>();
  for (const item of list) {
    const key = JSON.stringify(keyOf(item));
    const known = groups.get(key);
    groups.set(key, known === undefined ? item : merge(known, item));
  }
  return [...groups.values()];
}

const mergedActs = (acts: readonly Act[]): readonly Act[] =>
  merged(
    acts,
    ({ calls, unnamed, besides }) => ({ calls, unnamed, besides }),
    (one, other) => ({ ...one, things: unique([...one.things, ...other.things]) }),
  );

/** The answers about the same people in the same account as one. */
const grouped = (answers: readonly Answer[]): readonly Answer[] =>
  merged(
    answers,
    ({ account, regions, suspects }) => ({ account, isRegionKnown: regions.length > 0, suspects }),
    (one, other) => ({
      ...one,
      regions: unique([...one.regions, ...other.regions]),
      acts: mergedActs([...one.acts, ...other.acts]),
    }),
  );

/**
 * Who can have changed what drifted. Only what an apply would set back is asked about: what AWS fills in by itself
 * accuses nobody.
 */
export function whoCould(
  blueprint: Blueprint,
  drifts: readonly StackDrift[],
  unitsAbove: UnitsAbove = NOWHERE_KNOWN,
): readonly Answer[] {
  const lapsed = lapsedIn(drifts);
  return grouped(
    drifts.flatMap(({ stack, drifted }) =>
      drifted.flatMap((resource) =>
        possibleChanges(blueprint, stack, resource).map((change) =>
          answerOf(blueprint, change, lapsed, unitsAbove, besidesOf(resource)),
        ),
      ),
    ),
  );
}
