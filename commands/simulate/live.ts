import { placedPolicies, type Baseline } from "../../config";
import { UsageError } from "../usage-error";
import { accountId } from "./caller";
import type { LiveOrganization } from "../../organization/live-organization";
import { foreignPolicies, liveLevels } from "../../organization/live-policies";
import { review } from "./live-review";
import { callOf, judge, report } from "./one-call";
import { required, type Options } from "./options";

const DENIED = 2;
const UNSURE = 1;

/** The account: a name of the real organization, a name of the configuration, or an id. */
const liveAccount = async (baseline: Baseline, live: LiveOrganization, account: string): Promise<string> =>
  (await live.accountNamed(account)) ?? accountId(baseline, account);

/** Judges a call, or everything that the baseline needs, by the policies of the real organization and ours together. */
export async function simulateLive(baseline: Baseline, asked: Options, live: LiveOrganization): Promise<number> {
  const { attached, unjudged } = foreignPolicies(baseline, await live.policies());
  const warn = (concerned: typeof unjudged): number => {
    for (const { name, targets, why } of concerned)
      console.error(`${name} on ${targets.join(", ")} must be judged by a person: ${why}`);
    return concerned.length > 0 ? UNSURE : 0;
  };
  if (asked.action === undefined) {
    if (asked.account !== undefined || asked.principal !== undefined)
      throw new UsageError("--action must be given with --account and --principal (see --help), got nothing");
    const findings = await review(baseline, live, { attached, unjudged });
    if (asked.json) console.log(JSON.stringify({ findings, unjudged }, undefined, 2));
    else findings.forEach(({ text }) => console.log(text));
    if (!asked.json && findings.length === 0)
      console.log(`${attached.length} policies of others hold back nothing that the baseline needs`);
    const unsure = warn(unjudged.filter(({ targets }) => targets.length > 0));
    return findings.length > 0 ? DENIED : unsure;
  }
  const account = await liveAccount(baseline, live, required("account", asked.account));
  const path = await live.pathTo(account);
  const levels = liveLevels(path, attached, placedPolicies(baseline));
  const code = report(judge(baseline, callOf(baseline, account, asked), levels), levels, asked.json);
  const unsure = warn(unjudged.filter(({ targets }) => path.some(({ id }) => targets.includes(id))));
  return code === DENIED ? code : unsure;
}
