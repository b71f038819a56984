// Loaded before a program that is measured: when that ends, tells on file descriptor 3 what it used.
import { readFileSync, writeSync } from "node:fs";
import { performance } from "node:perf_hooks";

/** Peak of this program alone. `maxRSS` would include the parent's memory, which a fork starts with. */
function peakKilobytes() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}

process.on("exit", () => {
  const [started] = performance.getEntriesByName("started");
  const { user, system } = process.cpuUsage(started?.detail);
  writeSync(3, JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakBytes: peakKilobytes() * 1024 }));
});
