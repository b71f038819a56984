import type { Event } from "../detection";
import { actionsOf, type SurfaceAction } from "./actions";
import { attemptsOf, eventNamesOf, type Attempt } from "./attempts";
import type { Judges } from "./judges";
import type { Excuse, ServiceSurface } from "./surface";

/** What holds of an action: the first that is true. */
export const VERDICTS = {
  denied: "denied wherever it matters",
  watched: "watched wherever it matters",
  "denied or watched": "denied in one place, watched in the other",
  excused: "excused",
  open: "open",
} as const;

export type Verdict = keyof typeof VERDICTS;

/** An action and all that answers it. */
export interface Row {
  readonly action: SurfaceAction;
  readonly verdict: Verdict;
  /** Guardrails that deny it in members. */
  readonly guardrails: readonly string[];
  /** Statements of the management account's policy that deny it there. */
  readonly management: readonly string[];
  readonly detections: readonly string[];
  /** Names under which CloudTrail records it. */
  readonly eventNames: readonly string[];
  /** Attempts that nothing denies and nothing tells of. */
  readonly open: readonly Attempt[];
  readonly excuses: readonly Excuse[];
}

interface Judged {
  readonly attempt: Attempt;
  readonly deniedBy: readonly string[];
  readonly watchedBy: readonly string[];
}

/** The detections that fire on every record which the attempt may leave. */
function watchersOf(events: readonly Event[], { detections }: Judges): readonly string[] {
  const fired = events.map(detections);
  return fired.every((ids) => ids.length > 0) ? [...new Set(fired.flat())] : [];
}

/** The attempts on one thing leave the same records, whatever its ARN: those are judged once. */
function judgedOf(attempts: readonly Attempt[], judges: Judges): readonly Judged[] {
  const watchers = new Map(
    [...new Set(attempts.map(({ events }) => events))].map((events) => [events, watchersOf(events, judges)] as const),
  );
  return attempts.map((attempt) => ({
    attempt,
    deniedBy: attempt.account === "management" ? judges.management(attempt.call) : judges.guardrails(attempt.call),
    watchedBy: watchers.get(attempt.events) ?? [],
  }));
}

function verdictOf(judged: readonly Judged[], excuses: readonly Excuse[]): Verdict {
  if (judged.every(({ deniedBy }) => deniedBy.length > 0)) return "denied";
  if (judged.every(({ watchedBy }) => watchedBy.length > 0)) return "watched";
  if (judged.every(({ deniedBy, watchedBy }) => deniedBy.length + watchedBy.length > 0)) return "denied or watched";
  return excuses.length > 0 ? "excused" : "open";
}

const unique = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

function rowOf(surface: ServiceSurface, action: SurfaceAction, judges: Judges): Row {
  const judged = judgedOf(attemptsOf(surface, action), judges);
  const by = (management: boolean) =>
    unique(
      judged.flatMap(({ attempt, deniedBy }) => ((attempt.account === "management") === management ? [deniedBy] : [])),
    );
  const excuses = surface.excused.filter(({ actions }) => actions.includes(action.name));
  return {
    action,
    verdict: verdictOf(judged, excuses),
    guardrails: by(false),
    management: by(true),
    detections: unique(judged.map(({ watchedBy }) => watchedBy)),
    eventNames: eventNamesOf(surface, action.name),
    open: judged.flatMap(({ attempt, deniedBy, watchedBy }) =>
      deniedBy.length + watchedBy.length > 0 ? [] : [attempt],
    ),
    excuses,
  };
}

/** Every action of a service with what answers it. */
export const classify = (surface: ServiceSurface, judges: Judges): readonly Row[] =>
  actionsOf(surface.service).map((action) => rowOf(surface, action, judges));
