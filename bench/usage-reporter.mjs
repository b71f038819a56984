// Loaded before a program that is measured: when that ends, tells on file descriptor 3 what it used.
import { readdirSync, readFileSync, writeSync } from "node:fs";
import { performance } from "node:perf_hooks";

/** Peak of this program alone. `maxRSS` would include the parent's memory, which a fork starts with. */
function peakKilobytes() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}

/** Processor time of every child so far. One that has ended and is not waited for is counted where it still stands. */
function childSeconds() {
  if (process.platform !== "linux") return 0;
  const ticks = (pid, first) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return { parent: Number(fields[1]), used: Number(fields[first]) + Number(fields[first + 1]) };
  };
  const [OWN, WAITED_FOR, TICKS_A_SECOND] = [11, 13, 100];
  let used = ticks("self", WAITED_FOR).used;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    try {
      const other = ticks(pid, OWN);
      if (other.parent === process.pid) used += other.used;
    } catch {
      // It has ended since the folder was read, and is not ours: nobody has waited for ours meanwhile.
    }
  return used / TICKS_A_SECOND;
}

process.on("exit", () => {
  const [started] = performance.getEntriesByName("started");
  const { user, system } = process.cpuUsage(started?.detail);
  writeSync(
    3,
    JSON.stringify({ cpuSeconds: (user + system) / 1e6 + childSeconds(), peakBytes: peakKilobytes() * 1024 }),
  );
});
