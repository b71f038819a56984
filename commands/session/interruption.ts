import type { StackCommands } from "../../terraform/stack-commands";
import type { Progress } from "./progress";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The first signal lets Terraform end in good order, which keeps the state and its lock; the second ends it at once.
 * Terraform runs away from the terminal, so it hears of nothing but through us.
 */
export function onSignals(commands: StackCommands, progress: Progress): () => void {
  let heard = 0;
  const hear = (signal: NodeJS.Signals) => {
    heard += 1;
    if (heard > 1) {
      void commands.kill().then(() => process.exit(1));
      return;
    }
    progress.line(`${signal}: waiting for ${commands.tool} to end what it has begun; a second one ends it at once`);
    commands.interrupt();
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return () => {
    for (const signal of SIGNALS) process.off(signal, hear);
  };
}
