// A jest reporter: the slowest ten tests, with their set-up told apart, since a hook may be the slow part.
const MOST = 10;

/** Seconds with one digit, aligned. */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1).padStart(7)} s`;

/** The slowest tests of a run, one line each; what a file spends outside its tests counts as its set-up. */
export function slowest(testResults) {
  const timed = testResults.flatMap(({ testFilePath, perfStats, testResults: tests }) => {
    const total = tests.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
    const setUp = { what: `set-up of ${testFilePath}`, duration: perfStats.runtime - total };
    return [setUp, ...tests.map(({ fullName, duration }) => ({ what: fullName, duration: duration ?? 0 }))];
  });
  return timed
    .sort((a, b) => b.duration - a.duration)
    .slice(0, MOST)
    .map(({ what, duration }) => `${seconds(duration)}  ${what}`);
}

export default class SlowestTests {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    if (testResults.length < 2) return;
    const lines = slowest(testResults).map((line) => line.replaceAll(`${this.rootDir}/`, ""));
    process.stderr.write(["", `The slowest ${lines.length}:`, ...lines, ""].join("\n"));
  }
}
