import { relative } from "node:path";
import { blueprintOf, configWarnings, loadConfig, reportingProblems } from "./config";
import { synthesize } from "./stacks";

reportingProblems(() => {
  const blueprint = blueprintOf(loadConfig());
  configWarnings(blueprint).forEach((warning) => console.log(`warning: ${warning}`));
  console.log(`Terraform of every stack: ${relative(process.cwd(), synthesize(blueprint))}/stacks/<stack>/cdk.tf.json`);
});
