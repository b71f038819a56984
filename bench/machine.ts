import { cpus, loadavg, totalmem, type } from "node:os";
import { gigabytes } from "./figures";

/** One sentence that says where and when the figures were measured. */
export function machineSentence(versions: readonly string[], today: Date): string {
  const processors = cpus();
  const model = processors[0]?.model.replace(/\s+/g, " ").trim() ?? "";
  const parts = [
    `${processors.length} cores${model === "" ? "" : ` (${model})`}`,
    `${gigabytes(totalmem())} of memory`,
    type(),
    `Node ${process.version}`,
    ...versions,
    `load average ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ];
  return `Measured on ${today.toISOString().slice(0, 10)}: ${parts.join(", ")}.`;
}
