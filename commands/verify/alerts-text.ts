import type { ProofRecord } from "../../alert-proof/record";
import { plural } from "../output/plural";
import { indented } from "../output/indented";

type Path = ProofRecord["paths"][number];

const pathLines = ({ of, proven, steps }: Path, minutes: number): readonly string[] => {
  const unseen = steps.find(({ seen }) => !seen);
  const passed = steps.filter(({ seen }) => seen).map(({ part }) => part);
  return [
    `  ${proven ? "seen    " : "NOT SEEN"}  ${of}`,
    ...(unseen === undefined ? [] : indented(`${unseen.says}. Not seen within ${plural(minutes, "minute")}.`, 12)),
    ...(unseen === undefined || passed.length === 0
      ? []
      : indented(`seen before: ${[...new Set(passed)].join(", ")}`, 12)),
  ];
};

/** What the last part of each proven path showed, once for all that end there. */
const received = ({ paths }: ProofRecord): readonly string[] => [
  ...new Set(
    paths.flatMap(({ steps }) => {
      const last = steps.at(-1);
      return last?.part === "subscription" ? [last.says] : [];
    }),
  ),
];

type Queue = ProofRecord["queues"][number];

const countsText = (of: Queue["after"]): string =>
  "unread" in of
    ? `not read: ${of.unread}`
    : [
        `${of.waiting} waiting`,
        `${of.inFlight} in flight`,
        ...(of.delayed === 0 ? [] : [`${of.delayed} delayed`]),
      ].join(", ");

const queueLines = ({ queue, before, after }: Queue): readonly string[] => [
  `  ${queue}`,
  ...("unread" in after ? [] : indented(`before: ${before === null ? "it was not told then" : countsText(before)}`, 4)),
  ...indented("unread" in after ? countsText(after) : `after:  ${countsText(after)}`, 4),
];

/** What queues hold, which says nothing of who takes it out. */
const queuesLines = ({ queues }: ProofRecord): readonly string[] =>
  queues.length === 0
    ? []
    : [
        "",
        ...indented(
          "what the queues show (SQS counts approximately and a minute late, and a consumer takes out what came; no message was taken out here):",
          0,
        ),
        ...queues.flatMap(queueLines),
      ];

const untriedLines = ({ untried }: ProofRecord): readonly string[] =>
  [...new Set(untried.map(({ shares }) => shares))].flatMap((shared) => {
    const all = untried.filter(({ shares }) => shares === shared);
    return [
      `  sharing ${shared} with what was tried: ${all.length}`,
      ...indented(all.map(({ detection }) => detection).join(", "), 4),
    ];
  });

/** The record for a person. */
export const proofLines = (record: ProofRecord): readonly string[] => {
  const { organization, begun, calls, paths, minutes, untried } = record;
  const proven = paths.filter((each) => each.proven).length;
  const refused = calls.filter(({ notMade }) => notMade !== null);
  return [
    `${organization}, tried ${begun}`,
    ...indented(
      proven === paths.length
        ? `seen to the end: all ${paths.length} alert paths`
        : `NOT seen to the end: ${paths.length - proven} of ${paths.length} alert paths`,
      0,
    ),
    "",
    ...refused.flatMap(({ action, account, region, notMade }) =>
      indented(`not made: ${action} in ${account}, ${region}: ${notMade ?? ""}`, 2),
    ),
    ...paths.flatMap((path) => pathLines(path, minutes)),
    "",
    "what the topics show (a mail that was delivered is not yet one that was read):",
    ...received(record).flatMap((each) => indented(each, 2)),
    ...queuesLines(record),
    "",
    ...indented(
      `not proven, because no harmless call fires them: ${plural(untried.length, "detection")}. Their own filter, alarm or rule was not tried.`,
      0,
    ),
    ...untriedLines(record),
  ];
};
