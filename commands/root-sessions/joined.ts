import { ROOT_SESSION_SECONDS } from "../../catalogue/quotas";
import { momentOf, type Act } from "./acts";
import type { Doors } from "./doors";
import type { Ledger, Opening, RootUse } from "./ledger";
import { openedBy, type OpenedBy } from "./opened-by";

/** What root did with one key, or without any, and why no root session explains it. */
export interface Unexplained {
  readonly account: string;
  readonly key: string | undefined;
  readonly how: string;
  readonly acts: readonly Act[];
}

/** A root session and all that was done in it. */
export interface Session extends Opening {
  readonly by: OpenedBy;
  readonly acts: readonly Act[];
  /** Whether the records end before the session has to: it may still have done something. */
  readonly mayGoOn: boolean;
}

/** The ledger, joined. */
export interface Joined {
  /** The real root user, as far as anybody can tell. */
  readonly realRoot: readonly Unexplained[];
  /** Sessions that can have been opened before the records begin. */
  readonly before: readonly Unexplained[];
  /** What services did with root's rights. */
  readonly services: readonly Unexplained[];
  readonly sessions: readonly Session[];
  readonly refused: readonly (Opening & { readonly by: OpenedBy })[];
}

/** Records name whole seconds, and clocks differ by one or two. */
const SLACK_MS = 60_000;

const LONGEST_MS = ROOT_SESSION_SECONDS * 1000 + SLACK_MS;

const begins = (acts: readonly Act[]): number => Math.min(...acts.map(({ first }) => momentOf(first)));
const ends = (acts: readonly Act[]): number => Math.max(...acts.map(({ last }) => momentOf(last)));

/** Why it is the real root user; undefined where it can be a session that was opened before the records begin. */
function realRoot({ key, created, console, acts }: RootUse, ledger: Ledger, doors: Doors): string | undefined {
  if (key?.startsWith("AKIA") === true) return "long-term key of the root user";
  if (console) return key === undefined ? "sign-in" : "session of the console";
  if (key === undefined) return "no key in the record";
  const made = momentOf(created);
  if (ends(acts.all) > made + LONGEST_MS) return "temporary key, used for longer than a root session lasts";
  // Without a time of its own it was made before its first use, whenever that was.
  const recordsBegin = momentOf(ledger.first);
  const canBeBefore = Number.isNaN(made) ? begins(acts.all) - LONGEST_MS < recordsBegin : made < recordsBegin;
  if (canBeBefore) return undefined;
  return ledger.accounts.has(doors.account)
    ? "temporary key, which no AssumeRoot of these records returned"
    : `temporary key; no record of ${doors.account} was read, where root sessions are opened`;
}

/** Whatever happened since a moment; what has no time is never left out. */
const isSince = (since: number, time: string): boolean => !(momentOf(time) < since);

/** Joins what root did with who opened the session, by its key. Left out is what was over before the moment. */
export function joined(ledger: Ledger, doors: Doors, since: number): Joined {
  const openings = [...ledger.openings.values()];
  const keys = new Map(openings.flatMap(({ key }) => (key === undefined ? [] : [[key, [] as Act[]] as const])));
  const left: RootUse[] = [];
  for (const use of ledger.uses.values()) {
    const session = use.key === undefined ? undefined : keys.get(use.key);
    if (session === undefined) left.push(use);
    else session.push(...use.acts.all);
  }
  const unexplained = (uses: readonly RootUse[], how: (use: RootUse) => string): readonly Unexplained[] =>
    uses
      .map((use) => {
        const acts = use.acts.all.filter(({ last }) => isSince(since, last));
        return { account: use.account, key: use.key, how: how(use), acts };
      })
      .filter(({ acts }) => acts.length > 0)
      .sort((a, b) => begins(a.acts) - begins(b.acts));
  const [byServices, own] = [left.filter(({ service }) => service), left.filter(({ service }) => !service)];
  const why = new Map(own.map((use) => [use, realRoot(use, ledger, doors)]));
  const sessions = openings
    .filter(({ refused }) => refused === undefined)
    .map((opening): Session => {
      const acts = opening.key === undefined ? [] : (keys.get(opening.key) ?? []);
      const mayGoOn = momentOf(ledger.last) < momentOf(opening.at) + LONGEST_MS;
      return { ...opening, by: openedBy(opening, ledger.assumed, doors), acts, mayGoOn };
    });
  const inOrder = <Each extends Opening>(list: readonly Each[]): readonly Each[] =>
    [...list].sort((a, b) => a.at.localeCompare(b.at));
  return {
    realRoot: unexplained(
      own.filter((use) => why.get(use) !== undefined),
      (use) => why.get(use) ?? "",
    ),
    before: unexplained(
      own.filter((use) => why.get(use) === undefined),
      () => "temporary key, perhaps of a root session that was opened before these records begin",
    ),
    services: unexplained(byServices, ({ service }) => `by ${String(service)}`),
    sessions: inOrder(
      sessions.filter(({ at, acts }) => isSince(since, at) || acts.some(({ last }) => isSince(since, last))),
    ),
    refused: inOrder(openings.filter(({ refused, at }) => refused !== undefined && isSince(since, at))).map(
      (opening) => ({ ...opening, by: openedBy(opening, ledger.assumed, doors) }),
    ),
  };
}
