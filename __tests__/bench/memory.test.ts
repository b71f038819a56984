import { spawn } from "node:child_process";
import { once } from "node:events";
import { watchMemory } from "../../bench/memory-watch";
import { proportionalMemory, treeMemory } from "../../bench/process-memory";

const ROLLUP = `555d74692000-7fff3b674000 ---p 00000000 00:00 0                          [rollup]
Rss:                2164 kB
Pss:                 600 kB
Pss_Dirty:           148 kB
Pss_Anon:            148 kB
Pss_File:            450 kB
Pss_Shmem:             2 kB
Shared_Clean:       1676 kB
Swap:                 30 kB
SwapPss:              10 kB
Locked:                0 kB
`;

describe("what /proc says", () => {
  test("proportional memory, with what is swapped out", () => {
    expect(proportionalMemory(ROLLUP)).toEqual({ total: 610 * 1024, file: 450 * 1024 });
  });

  test("nothing of a process that has just ended", () => {
    expect(proportionalMemory("")).toEqual({ total: 0, file: 0 });
  });
});

describe("memory of a process tree", () => {
  const used = (pid: number, total: number, file: number) => ({ pid, executable: "/provider", total, file });
  const tree = [used(10, 150, 50), used(11, 150, 50)];

  test("adds up where nobody else runs the same program", () => {
    expect(treeMemory(tree, [{ executable: "/bin/sh" }, ...tree])).toBe(300);
  });

  test("counts the program's pages in full where others run it too", () => {
    expect(treeMemory(tree, [...tree, { executable: "/provider" }, { executable: "/provider" }])).toBe(400);
  });

  test("adds up where executables are not shown", () => {
    const hidden = tree.map((each) => ({ ...each, executable: "" }));
    expect(treeMemory(hidden, [...hidden, { executable: "" }])).toBe(300);
  });
});

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux(
  "memory is that of the work's own processes, at its peak",
  async () => {
    const script = "const held = Buffer.alloc(200e6, 1); setTimeout(() => held.length, 700)";
    const { peakBytes, mostProcesses, seconds, result } = await watchMemory(/node$/, async () => {
      const [exitCode] = (await once(spawn(process.execPath, ["-e", script]), "close")) as [number];
      return exitCode;
    });
    expect(result).toBe(0);
    expect(mostProcesses).toBe(1);
    expect(seconds).toBeGreaterThan(0.7);
    expect(peakBytes).toBeGreaterThan(200e6);
    expect(peakBytes).toBeLessThan(500e6);
  },
  60_000,
);

onLinux("watching ends when the work fails", async () => {
  await expect(watchMemory(/node$/, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
});
