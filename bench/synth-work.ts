import { blueprintOf, loadConfig } from "../config";
import { synthesize } from "../stacks";

// main.ts with a mark: what was used up to here is start-up and is not counted as work of the synth.
performance.mark("started", { detail: process.cpuUsage() });
synthesize(blueprintOf(loadConfig()));
