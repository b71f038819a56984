import { hearSignals } from "../../processes/signals";
import type { StackCommands } from "../../terraform/stack-commands";
import type { Progress } from "./progress";

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
  return hearSignals(hear);
}
