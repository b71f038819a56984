import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditOfAccounts } from "./audit-of-accounts";
import { deployMemory } from "./deploy-memory";
import { machineSentence, withTopics } from "./document";
import { benchOptions, HELP, type BenchOptions } from "./options";
import { planAndReview } from "./plan-and-review";
import { planMemory } from "./plan-memory";
import { replayAgainstParsing } from "./replay-against-parsing";
import { reviewTime } from "./review-time";
import { synthAgainstStarter } from "./synth-against-starter";
import { synthGrowth } from "./synth-growth";
import { type Topic, topicText } from "./report";
import { inTrial } from "./trial";

const DOCUMENT = join(__dirname, "..", "docs", "performance.md");

/** How often a case is measured. */
const ROUNDS = {
  full: { starter: 15, growth: 7, replay: 5, audits: 5, pairs: 3, reviews: 5, plans: 3 },
  quick: { starter: 5, growth: 3, replay: 3, audits: 3, pairs: 1, reviews: 3, plans: 1 },
};

/** Measures time and memory against their targets. Ends with 2 where one is missed. */
async function bench(options: BenchOptions): Promise<void> {
  const rounds = options.quick ? ROUNDS.quick : ROUNDS.full;
  const workDir = mkdtempSync(join(tmpdir(), "org-baseline-bench-"));
  const topics: Topic[] = [];
  const report = async (what: string, measuring: () => Promise<Topic>): Promise<void> => {
    console.error(`measuring ${what} …`);
    const topic = await measuring();
    topics.push(topic);
    console.log(`\n${topic.title}\n\n${topicText(topic)}\n`);
  };
  try {
    await report("the synth", () => synthAgainstStarter(rounds.starter));
    await report("its growth", () => synthGrowth(rounds.growth, workDir));
    await report("replay", () => replayAgainstParsing(rounds.replay, workDir));
    await report("an audit", () => auditOfAccounts(rounds.audits));
    const versions = options.plans || options.deploy ? await withTerraform() : [];
    const machine = machineSentence(versions, new Date());
    console.log(machine);
    if (options.write) writeFileSync(DOCUMENT, withTopics(readFileSync(DOCUMENT, "utf8"), topics, machine));
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
  const missed = topics.filter(({ met }) => !met).map(({ title }) => title);
  console.log(missed.length === 0 ? "\nEvery target is met." : `\nMissed: ${missed.join("; ")}`);
  process.exitCode = missed.length === 0 ? 0 : 2;

  function withTerraform(): Promise<readonly string[]> {
    return inTrial(workDir, async (trial) => {
      if (options.plans) {
        await report("plan and review", () => planAndReview(rounds.pairs, trial));
        await report("a review", () => reviewTime(rounds.reviews, trial));
        await report("plans", () => planMemory(rounds.plans, trial));
      }
      if (options.deploy) await report("a deployment", () => deployMemory(trial));
      return [trial.versions.tool, `AWS provider v${trial.versions.provider}`];
    });
  }
}

async function main(): Promise<void> {
  try {
    const options = benchOptions(process.argv.slice(2));
    if (options.help) console.log(HELP);
    else await bench(options);
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 1;
  }
}

void main();
