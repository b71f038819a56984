import { hearSignals } from "../../processes/signals";

/** Work that a signal lets end in good order. */
export interface Stopping {
  /** Comes with the first signal of the system. The second ends the process at once. */
  readonly signal: AbortSignal;
  /** To be called at the end: signals are heard no more. */
  readonly end: () => void;
}

/** Hears of Ctrl-C and its like. `say` is told what happens then. */
export function stopping(say: (line: string) => void): Stopping {
  const controller = new AbortController();
  const hear = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(1);
    say(`${name}: ends what is begun, and begins no more; a second one ends it at once`);
    controller.abort();
  };
  return { signal: controller.signal, end: hearSignals(hear) };
}
