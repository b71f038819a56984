import type { Reference } from "../catalogue/guardrail";
import type { Control, Subject } from "./control";
import { CONTROLS } from "./controls";
import { rootDenied } from "./controls/guardrails/root-denied";
import { coverageOf, type Coverage } from "./coverage";
import { worst, type Item, type Verdict } from "./item";

/** A control with what was found. */
export interface ControlReport extends Pick<Control, "id" | "title" | "matters" | "checklist"> {
  readonly references: readonly Reference[];
  readonly verdict: Verdict;
  readonly items: readonly Item[];
}

/** Dated evidence of a whole organization. Plain data: it can be kept, and compared with a later one. */
export interface Report {
  readonly version: 1;
  readonly organization: string;
  readonly managementAccount: string;
  /** When it was judged, in UTC. */
  readonly at: string;
  readonly verdict: Verdict;
  readonly controls: readonly ControlReport[];
  /** Undefined where units and accounts were not read. */
  readonly coverage?: Coverage;
}

const reportOf = (control: Control, subject: Subject): ControlReport => {
  const items = control.judge(subject);
  const { id, title, matters, checklist, references } = control;
  return { id, title, matters, checklist, references, verdict: worst(items.map(({ verdict }) => verdict)), items };
};

/** Judges every control. */
export function report(subject: Subject): Report {
  const controls = CONTROLS.map((control) => reportOf(control, subject));
  const { baseline, accounts } = subject.blueprint;
  const ofRoot = controls.find(({ id }) => id === rootDenied.id)?.items ?? [];
  const coverage = coverageOf(subject.live.snapshot, ofRoot);
  return {
    version: 1,
    organization: baseline.organization.id,
    managementAccount: accounts.management.id,
    at: subject.now.toISOString(),
    verdict: worst(controls.map(({ verdict }) => verdict)),
    controls,
    ...(coverage === undefined ? {} : { coverage }),
  };
}
