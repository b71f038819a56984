import { reversed } from "../model/reversed";
import type { ReviewInput } from "../model/review-input";
import { attachedIn, type Attachment, type OrganizationPolicy } from "./attached";
import { lossesIn } from "./losses";
import { attachedOn, placesOf, type Place } from "./places";

/** What a change makes of a policy on a place. */
export type Reach =
  /** It covers the place as before. */
  | "kept"
  /** It covers the place from now on. */
  | "gained"
  /** It covers the place, and denies more there. */
  | "stronger"
  /** It covers the place no longer, and nothing else denies the same there. */
  | "lost"
  /** It covers the place, and denies less there. */
  | "weaker"
  /** It covers the place no longer, and others deny the same there. */
  | "replaced"
  /** Nobody can say whether it denies there what it did. */
  | "undecided";

export interface PlaceReach {
  readonly place: Place;
  readonly reach: Reach;
  /** Whether it covers the place before the change, and after it. */
  readonly was: boolean;
  readonly is: boolean;
}

/** A policy with the places that it covers before the change, after it, or both. */
export interface PolicyReach {
  readonly policy: OrganizationPolicy;
  /** Ids that it is attached to. */
  readonly targets: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly places: readonly PlaceReach[];
}

/** Whether a policy may deny something. One that only allows, such as FullAWSAccess, protects nothing. */
const mayDeny = ({ statements }: OrganizationPolicy): boolean =>
  statements === undefined || statements.some(({ effect }) => effect === "Deny");

const onPlace = (key: string, { id }: Place): string => `${key} on ${id}`;

/** Keys of policies as they are after the change: an address that is moved is the same policy. */
function keyNow({ changes }: ReviewInput): (key: string) => string {
  const moved = new Map(
    changes.flatMap(({ stack, address, previousAddress }) =>
      previousAddress === undefined ? [] : [[`${stack} ${previousAddress}`, `${stack} ${address}`]],
    ),
  );
  return (key) => moved.get(key) ?? key;
}

/** What each policy loses, by policy and place. */
function judgedLosses(input: ReviewInput): ReadonlyMap<string, Reach> {
  const now = keyNow(input);
  return new Map(
    lossesIn(input).flatMap(({ policy, after, places, witness }) =>
      places.map((place) => [
        onPlace(now(policy.key), place),
        witness === undefined ? "undecided" : after === undefined ? "lost" : "weaker",
      ]),
    ),
  );
}

/** Where a policy that stays attached denies more. */
const gainsOf = (input: ReviewInput): ReadonlySet<string> =>
  new Set(
    lossesIn(reversed(input)).flatMap(({ policy, places, witness }) =>
      witness === undefined ? [] : places.map((place) => onPlace(policy.key, place)),
    ),
  );

const targetsIn = (attachments: readonly Attachment[], key: string): readonly string[] => [
  ...new Set(attachments.filter(({ policy }) => policy.key === key).map(({ target }) => target)),
];

/** What the change makes of each policy that may deny something, wherever it covers anything. */
export function reachesIn(input: ReviewInput): readonly PolicyReach[] {
  const now = keyNow(input);
  const before = attachedIn(input, "before").known.map(({ policy, target }): Attachment => ({
    policy: { ...policy, key: now(policy.key) },
    target,
  }));
  const after = attachedIn(input, "after").known;
  const all = [...before, ...after];
  const policies = new Map(all.map(({ policy }) => [policy.key, policy]));
  const denying = new Set(all.filter(({ policy }) => mayDeny(policy)).map(({ policy }) => policy.key));
  const [losses, gains] = [judgedLosses(input), gainsOf(input)];
  const places = placesOf(input.organization, all).map((place) => {
    const keys = (attachments: readonly Attachment[]) =>
      new Set(attachedOn(place.path, attachments).map(({ policy }) => policy.key));
    return { place, was: keys(before), is: keys(after) };
  });
  const reachOf = (key: string, { place, was, is }: (typeof places)[number]): Reach | undefined => {
    if (!was.has(key)) return is.has(key) ? "gained" : undefined;
    const loss = losses.get(onPlace(key, place));
    if (loss !== undefined) return loss;
    if (!is.has(key)) return "replaced";
    return gains.has(onPlace(key, place)) ? "stronger" : "kept";
  };
  return [...policies.values()]
    .filter(({ key }) => denying.has(key))
    .map((policy) => ({
      policy,
      targets: { before: targetsIn(before, policy.key), after: targetsIn(after, policy.key) },
      places: places.flatMap((each) => {
        const reach = reachOf(policy.key, each);
        const { place, was, is } = each;
        return reach === undefined ? [] : [{ place, reach, was: was.has(policy.key), is: is.has(policy.key) }];
      }),
    }));
}
