import Sequencer from "@jest/test-sequencer";

/**
 * End-to-end tests that take a quarter of an hour each, on two cores. On a fresh checkout jest knows no durations and
 * goes by the size of the files: these would begin last, one after another beside idle workers.
 */
const LONGEST = ["pipelines", "destroy", "plan-before-deploy", "move-home", "deploy"];

const place = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.endsWith(`/e2e/${name}.test.ts`));
  return found === -1 ? LONGEST.length : found;
};

/** Begins with what takes longest; for the rest in the order that jest has. */
export default class extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((one, other) => place(one) - place(other));
  }
}
