import type { ExitCode } from "../contract/exit-code";
import { printJson } from "../output/json";

/** What a comparison with what is synthesized found. */
export interface Compared {
  /** The folder, as a person sees it. */
  readonly place: string;
  /** For machines. Empty where everything is as it must be. */
  readonly stale: readonly unknown[];
  /** The same in lines. */
  readonly lines: readonly string[];
  /** What writes it anew. */
  readonly command: string;
}

/** Tells what is not as the configuration synthesizes it. */
export function answer({ place, stale, lines, command }: Compared, forMachines: boolean): ExitCode {
  if (forMachines) printJson({ stale });
  else if (stale.length === 0) console.log(`What lies in ${place} is what the configuration synthesizes.`);
  else [...lines, "", `${command} writes it anew.`].forEach((line) => console.log(line));
  return stale.length === 0 ? 0 : 2;
}
