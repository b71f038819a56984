import { levelsTo, loadConfig, placedPolicies } from "../../config";
import type { Command } from "../baseline";
import { UsageError } from "../usage-error";
import { accountId } from "./caller";
import { awsOrganization } from "../../organization/aws-organization";
import { simulateLive } from "./live";
import { matrices, matrixText } from "./matrix";
import { callOf, judge, report } from "./one-call";
import { HELP, options, required } from "./options";

async function run(args: readonly string[]): Promise<number> {
  const asked = options(args);
  if (asked.help) {
    console.log(HELP);
    return 0;
  }
  const baseline = loadConfig();
  if (asked.matrix) {
    const all = matrices(baseline);
    console.log(asked.json ? JSON.stringify(all, undefined, 2) : matrixText(all));
    return 0;
  }
  if (asked.live) return simulateLive(baseline, asked, await awsOrganization());
  const account = accountId(baseline, required("account", asked.account));
  if (asked.path.some((path) => path === "root" || /^\d{12}$/.test(path)))
    throw new UsageError(`--path must be an OU path or id, got ${asked.path.join(", ")}`);
  const levels = levelsTo(placedPolicies(baseline), ...asked.path, account);
  return report(judge(baseline, callOf(baseline, account, asked), levels), levels, asked.json);
}

export const simulate: Command = { summary: "what the policies say about a call, or about everybody (--matrix)", run };
