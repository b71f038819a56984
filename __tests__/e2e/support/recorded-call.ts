import type { Phase } from "../../../catalogue/pipeline";
import { PHASES } from "../../../catalogue/pipeline";

/** A call that a program made of the emulator while it went through a phase. */
export interface RecordedCall {
  /** As it is signed: `monitoring:PutMetricAlarm`. */
  readonly operation: string;
  readonly region: string;
  readonly account: string;
  readonly phase: Phase;
  /** The parameters that name what is acted on. */
  readonly parameters: Readonly<Record<string, string>>;
}

const LINE = /^\d{3} (\S+) (\S+) (\d{12}) (\S+) (\{.*\})$/;

const isPhase = (text: string): text is Phase => PHASES.some((phase) => phase === text);

/** The call that a line of the emulator's log tells of; undefined where it belongs to no phase. */
export function recordedCall(line: string): RecordedCall | undefined {
  const [, operation = "", region = "", account = "", phase = "", parameters = "{}"] = LINE.exec(line) ?? [];
  if (!isPhase(phase)) return undefined;
  return { operation, region, account, phase, parameters: JSON.parse(parameters) as Record<string, string> };
}
