/** What asks a process to end: Ctrl-C, the system, a terminal that is closed. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Hears of every signal until the answer is called. */
export function hearSignals(hear: (name: NodeJS.Signals) => void): () => void {
  for (const name of SIGNALS) process.on(name, hear);
  return () => {
    for (const name of SIGNALS) process.off(name, hear);
  };
}
