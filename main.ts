import { configWarnings, loadConfig, reportingProblems } from "./config";
import { synthesize } from "./stacks";

reportingProblems(() => {
  const baseline = loadConfig();
  configWarnings(baseline).forEach((warning) => console.log(`warning: ${warning}`));
  synthesize(baseline);
});
