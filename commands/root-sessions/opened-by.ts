import { saidByName } from "../../root-sessions/session-name";
import type { Doors } from "./doors";
import type { Opening } from "./ledger";

/** Who opened a root session, or tried to. */
export interface OpenedBy {
  /** The person, as AWS recorded it where the role was assumed; else as the session's name says, which its caller chose. */
  readonly person: string;
  /** Whether AWS recorded the person. */
  readonly isRecorded: boolean;
  /** ARN of whoever assumed the break-glass role. */
  readonly identity: string | undefined;
  /** Why, as the session's name says. */
  readonly ticket: string | undefined;
  /** Whether it was the break-glass role for this task. */
  readonly isBreakGlass: boolean;
  /** Another name than the recorded one, which the session gave itself. */
  readonly claims: string | undefined;
}

/** Last part of an ARN: a user's name, or that of a session, where Identity Center puts the person's. */
const lastPart = (arn: string): string => arn.split("/").at(-1) ?? arn;

/** A name is cut where it is long: its beginning is no other name. */
const isSame = (claimed: string, recorded: string): boolean => claimed !== "" && recorded.startsWith(claimed);

/** Who stands behind an AssumeRoot call: whoever assumed the role, by the key that AssumeRole returned. */
export function openedBy(opening: Opening, assumed: ReadonlyMap<string, string>, doors: Doors): OpenedBy {
  const { caller = "unknown", callerKey, task } = opening;
  const { person: claimed, reason: ticket } = saidByName(lastPart(caller));
  const identity = callerKey === undefined ? undefined : assumed.get(callerKey);
  const recorded = identity === undefined ? undefined : lastPart(identity);
  return {
    person: recorded ?? claimed,
    isRecorded: recorded !== undefined,
    identity,
    ticket,
    isBreakGlass: doors.open(caller, task),
    claims: recorded === undefined || isSame(claimed, recorded) ? undefined : claimed,
  };
}
