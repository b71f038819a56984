import {
  absentFrom,
  bearingOf,
  binds,
  contextOf,
  isAbout,
  type AttachedPolicy,
  type Bearing,
  type Call,
  type Statement,
} from "../../proofs/policy";
import type { MustPass } from "./call";
import { isTimeKey, momentsOf } from "./moments";

/** What a policy does to a call that must pass. */
export interface HeldBack {
  /** The statement that holds it back, or may. */
  readonly statement: Statement;
  /** The keys on whose values it depends; none where it always holds the call back. */
  readonly keys: readonly string[];
}

const keysOf = ({ conditions }: Statement): readonly string[] => conditions.map(({ key }) => key);

/** The call in each way that matters to the statement: with each value that a key which varies may have, at each time. */
function ways(statement: Statement, { call, varies }: MustPass): readonly Call[] {
  const keys = new Set(keysOf(statement));
  const asked = Object.entries(varies).filter(([key, values]) => keys.has(key.toLowerCase()) && values.length > 1);
  const contexts = asked.reduce<readonly Call[]>(
    (calls, [key, values]) =>
      calls.flatMap((each) =>
        values.map((value): Call => {
          const others = Object.entries(each.context ?? {}).filter(([name]) => name !== key);
          return { ...each, context: Object.fromEntries(value === undefined ? others : [...others, [key, value]]) };
        }),
      ),
    [call],
  );
  return [...keys].some(isTimeKey)
    ? contexts.flatMap((each) => momentsOf(statement).map((at) => ({ ...each, at })))
    : contexts;
}

const lowered = (keys: readonly string[]): readonly string[] => keys.map((key) => key.toLowerCase());

/** The context of a call that does not vary is the same for every statement. */
const CONTEXTS = new WeakMap<Call, ReturnType<typeof contextOf>>();

function contextOnce(call: Call): ReturnType<typeof contextOf> {
  const context = CONTEXTS.get(call) ?? contextOf(call);
  CONTEXTS.set(call, context);
  return context;
}

/** What one statement does to the call, in all the ways in which the call is made. */
function ofStatement(statement: Statement, needed: MustPass): HeldBack | undefined {
  const isAbsent = absentFrom(needed.call.principal, needed.absent);
  const calls = ways(statement, needed);
  const bearings: readonly Bearing[] = calls.map((call) => bearingOf(statement, call, contextOnce(call), isAbsent));
  if (bearings.every((bearing) => bearing === "no")) return undefined;
  const times = keysOf(statement).filter(isTimeKey);
  // What holds after the last date that it names holds for good: no day of the build changes that.
  const isForGood = calls.every(({ at }, index) => !isLast(at, statement) || bearings[index] === "yes");
  if (isForGood) return { statement, keys: [] };
  const open = bearings.flatMap((bearing) => (typeof bearing === "string" ? [] : bearing));
  const varying = lowered(Object.keys(needed.varies)).filter((key) => keysOf(statement).includes(key));
  return { statement, keys: [...new Set(open.length > 0 ? open : [...times, ...varying])] };
}

const isLast = (at: string | undefined, statement: Statement): boolean =>
  at === undefined || at === momentsOf(statement).at(-1);

/**
 * What the policy does to the call, wherever above the caller it is attached: a statement that always holds it back or,
 * where there is none, one that may, depending on what nobody knows of the call.
 */
export function heldBackBy(policy: AttachedPolicy, needed: MustPass, managementAccount: string): HeldBack | undefined {
  if (!binds(policy.type, needed.call, managementAccount)) return undefined;
  const found = policy.document.statements
    .filter((statement) => statement.effect === "Deny" && isAbout(statement, needed.call.action))
    .flatMap((statement) => ofStatement(statement, needed) ?? []);
  return found.find(({ keys }) => keys.length === 0) ?? found[0];
}
