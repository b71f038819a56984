import { isUnread, type Reading } from "../organization/clients/reading";

/**
 * `not-read`: nothing is known. It is never taken for `in-force`. `not-applicable`: nothing can be read or mended here,
 * as the partition, the configuration or the state of an account has it; the evidence says why, and who looks instead.
 */
export const VERDICTS = ["in-force", "gap", "not-read", "not-applicable"] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A command as words, which nobody has quoted yet. */
export type CommandWords = readonly string[];

/** How a gap is closed: by an act, by commands in their order, or by an act and then the commands. */
export interface Mend {
  /** In words. @default - the commands say it all */
  readonly mend?: string;
  /** To be run as they stand. @default - no command does it */
  readonly run?: readonly CommandWords[];
}

/** What was found of one thing. */
export interface Finding extends Mend {
  /** The thing, the same in every report: an account, a Region, an alarm. */
  readonly of: string;
  readonly verdict: Verdict;
  /** The evidence, in words. */
  readonly says: string;
}

/** An account as a finding names it. */
export const accountText = ({ id, name }: { readonly id: string; readonly name: string }): string => `${id} (${name})`;

/** What stays of the thing that is named: an account is the same under another name. */
export const identity = (of: string): string => of.replace(/^(\d{12}) \(.*\)$/s, "$1");

/** A finding, and when that was read, in UTC. */
export interface Item extends Finding {
  readonly at: string;
}

export const inForce = (of: string, says: string): Finding => ({ of, verdict: "in-force", says });

export const gap = (of: string, says: string, mend: Mend): Finding => ({ of, verdict: "gap", says, ...mend });

/** What must hold: evidence where it does, evidence and the way to mend it where it does not. */
export const must = (of: string, holds: boolean, yes: string, no: string, mend: Mend): Finding =>
  holds ? inForce(of, yes) : gap(of, no, mend);

export const unknown = (of: string, says: string, mend: Mend): Finding => ({
  ...{ of, verdict: "not-read", says },
  ...mend,
});

/** What nobody can judge from here, and why; `says` names who looks instead. */
export const notApplicable = (of: string, says: string): Finding => ({ of, verdict: "not-applicable", says });

const MEND_UNREAD: Mend = {
  mend: "let the role that verify runs with read this (docs/evidence.md lists the actions), and verify again",
};

/** Findings of one time, in UTC. */
export const readAt = (at: string, findings: readonly Finding[]): readonly Item[] =>
  findings.map((finding) => ({ ...finding, at }));

/** The findings in what was read, with its time. What was not read is one item that says so, and why. */
export const judged = <T>(of: string, reading: Reading<T>, judge: (value: T) => readonly Finding[]): readonly Item[] =>
  isUnread(reading)
    ? readAt(reading.at, [unknown(of, reading.unread, MEND_UNREAD)])
    : readAt(reading.at, judge(reading.value));

const WORST_FIRST: readonly Verdict[] = ["gap", "not-read", "in-force", "not-applicable"];

/** The worst of the verdicts. Where there is nothing, nothing is known. */
export const worst = (verdicts: readonly Verdict[]): Verdict =>
  WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? "not-read";

/** A command of this program. */
export const ours = (...words: CommandWords): CommandWords => ["npm", "run", "baseline", "--", ...words];

/** The two commands that set stacks, with blanks between them, to what the configuration says. */
export const applied = (stacks: string): Mend => ({ run: [ours("plan", ...stacks.split(" ")), ours("apply")] });
