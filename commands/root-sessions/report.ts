import { printable } from "../../config";
import type { Problems } from "../log-files/problems";
import { problemLines } from "../log-files/problems-report";
import { plural } from "../output/plural";
import { table } from "../output/table";
import type { Act } from "./acts";
import { taskName } from "./doors";
import type { Joined, Session, Unexplained } from "./joined";
import type { Ledger } from "./ledger";
import type { OpenedBy } from "./opened-by";

/** Everything that a report is made of. */
export interface Found {
  readonly ledger: Ledger;
  readonly joined: Joined;
  readonly problems: Problems;
}

/** Calls of one key that are shown; the others are counted. */
const MOST_ACTS = 20;

const indented = (lines: readonly string[], by = "  "): readonly string[] => lines.map((line) => `${by}${line}`);

const distinct = (values: readonly string[]): string => [...new Set(values)].sort().join(", ");

const timeText = (time: string): string => (time === "" ? "at an unknown time" : time);

/** A row of the table. A line break in a text would make a line of its own. */
const actRow = ({ first, service, action, on, result, count }: Act): readonly string[] =>
  [timeText(first), `${service}:${action}`, on, `${result}${count === 1 ? "" : `, ${count} times`}`].map(printable);

function actLines(acts: readonly Act[]): readonly string[] {
  const more = acts.length - MOST_ACTS;
  return [
    `from ${distinct(acts.map(({ from }) => from))} in ${distinct(acts.map(({ region }) => region))}`,
    ...table(acts.slice(0, MOST_ACTS).map(actRow)).split("\n"),
    ...(more > 0 ? [`and ${plural(more, "other kind")} of call (--json)`] : []),
  ];
}

const unexplainedLines = (title: string, list: readonly Unexplained[]): readonly string[] =>
  list.length === 0
    ? []
    : [
        title,
        "",
        ...list.flatMap(({ account, how, key, acts }) => [
          `  ${account}${key === undefined ? "" : `, ${key}`}: ${how}`,
          ...indented(actLines(acts), "    "),
          "",
        ]),
      ];

const byText = ({ person, isRecorded, ticket, claims }: OpenedBy): string =>
  [
    person,
    ...(ticket === undefined ? [] : [`for ${ticket}`]),
    ...(claims === undefined ? [] : [`the session calls itself ${claims}`]),
    ...(isRecorded ? [] : ["as the session says; no AssumeRole record names the person"]),
  ].join(", ");

/** What was done in a session; where nothing was found, why that may be. */
function doneLines({ acts, key, mayGoOn }: Session): readonly string[] {
  if (acts.length > 0) return actLines(acts);
  if (key === undefined) return ["the record holds no access key: what was done cannot be found by it"];
  return [
    mayGoOn
      ? "no call found: the records end before the session has to"
      : "no call found: none was made, or it is recorded where nothing was read",
  ];
}

const NOT_BREAK_GLASS = "not opened by this configuration's break-glass role for the task";

const sessionLines = (session: Session): readonly string[] => [
  `${timeText(session.at)}  ${taskName(session.task)} in ${session.account}${session.key === undefined ? "" : `, ${session.key}`}`,
  ...indented([
    ...(session.by.isBreakGlass ? [] : [NOT_BREAK_GLASS]),
    `by ${byText(session.by)}`,
    ...(session.by.identity === undefined ? [] : [`   ${session.by.identity}`]),
    `   ${session.caller ?? "the record does not name the caller"}`,
    ...doneLines(session),
  ]),
  "",
];

const refusedLines = ({ refused }: Joined): readonly string[] =>
  refused.length === 0
    ? []
    : [
        `${plural(refused.length, "root session")} refused:`,
        "",
        ...refused.flatMap(({ at, task, account, refused: error, caller, by }) =>
          indented([
            `${timeText(at)}  ${taskName(task)} in ${account}: ${String(error)}`,
            `  by ${caller ?? by.person}`,
          ]),
        ),
        "",
      ];

const coverage = ({ records, accounts, regions, first, last }: Ledger): string =>
  `${plural(records, "record")} of ${plural(accounts.size, "account")} and ${plural(regions.size, "Region")}, ${timeText(first)} to ${timeText(last)}.`;

/** Comfort only where something was read, and nothing was left out. */
function summary({ joined: { realRoot, before, sessions }, problems }: Found): string {
  if (realRoot.length + before.length > 0) return "";
  const others = sessions.filter(({ by }) => !by.isBreakGlass).length;
  const count = `${plural(sessions.length, "root session")}${others === 0 ? "" : `, ${others} of them not through break glass`}`;
  return problems.any
    ? `${count}. Of what was read, a session explains all that root did. What was not read may hold more.`
    : `${count}, and nothing that root did without one.`;
}

/** The report for people: what no session explains comes first. Texts of a record are shown, never acted on. */
export const asText = (found: Found): string =>
  [
    ...problemLines(found.problems),
    coverage(found.ledger),
    "",
    ...unexplainedLines(
      "The real root user: no root session explains this. An incident, until the custodian confirms it.",
      found.joined.realRoot,
    ),
    ...unexplainedLines("Not decided: read earlier records, too.", found.joined.before),
    ...found.joined.sessions.flatMap(sessionLines),
    ...refusedLines(found.joined),
    ...unexplainedLines("What services did for root:", found.joined.services),
    summary(found),
  ]
    .map(printable)
    .join("\n")
    .trimEnd();
