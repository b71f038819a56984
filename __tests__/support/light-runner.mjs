import { clearTimeout, setTimeout } from "node:timers";
import { createRunner } from "jest-light-runner";

/** A file of unit tests takes seconds. One that hangs is ended, or nothing would end it: this runner has no time of its own. */
const MOST_MS = 600_000;

/**
 * Runs the unit tests in a few processes that stay, so that each module is loaded once a process and not once a file of
 * tests, which was most of the time. They load TypeScript with tsx, as the commands do. What is not isolated here:
 * modules and globals. A file of tests that replaces modules, or lets an asynchronous clock run, is named
 * `*.isolated.test.ts` and has jest's own runner.
 */
export default class extends createRunner({ runtime: "child_process" }) {
  constructor(globalConfig, context) {
    // With one worker it would run the tests in jest's own process, which loads no TypeScript.
    super({ ...globalConfig, maxWorkers: Math.max(2, globalConfig.maxWorkers) }, context);
  }

  pools = new Set();

  async runTests(...args) {
    const { NODE_OPTIONS } = process.env;
    process.env.NODE_OPTIONS = [NODE_OPTIONS ?? "", "--import tsx"].join(" ").trim();
    try {
      return await super.runTests(...args);
    } finally {
      // The runner leaves the processes alone: one in which something still waits would outlive the run, or keep it.
      for (const pool of this.pools) await pool.destroy();
      if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS;
      else process.env.NODE_OPTIONS = NODE_OPTIONS;
    }
  }

  /**
   * Each process of a pool asks which project it is for. The runner answers all that listen when the first one asks, and
   * only then: one that begins later would wait for good, and its file of tests with it. So each is answered when it asks.
   */
  answer(pool, projectConfig) {
    if (this.pools.has(pool)) return;
    this.pools.add(pool);
    const workerData = { globalConfig: this._globalConfig, projectConfig, runtime: this._runtime };
    for (const { process: worker } of pool.threads) {
      worker.on("message", (message) => {
        if (message !== "jest-light-runner-get-worker-data") return;
        worker.send({ type: "jest-light-runner-worker-data", workerData });
      });
    }
  }

  async _runTest(test) {
    const result = super._runTest(test);
    this.answer(this._testRunners.get(test.context.config).pool, test.context.config);
    let timer;
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${test.path} must end within ${MOST_MS / 1000} s`)), MOST_MS);
    });
    try {
      return await Promise.race([result, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }
}
