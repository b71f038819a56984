import type { Blueprint } from "../../config";
import type { LiveOrganization } from "../../organization/tree/live-organization";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import { printJson } from "../output/json";
import { liveAccount, pathOf } from "./live-path";
import { foreignPolicies, liveLevels, type Foreign } from "./live-policies";
import { review } from "./live-review";
import { callOf, judge, report } from "./one-call";
import { required } from "../contract/required";
import { OF_A_CALL, type Options } from "./options";

/** Names what the evaluator could not read. An answer without it is not sure: 1, unless it is no in any case. */
function withDoubts(code: ExitCode, unjudged: Foreign["unjudged"]): ExitCode {
  for (const { name, targets, why } of unjudged)
    console.error(`${name} on ${targets.join(", ")} must be judged by a person: ${why}`);
  return code === 0 && unjudged.length > 0 ? 1 : code;
}

/** Refuses what describes a call where no call is asked about. Needs no organization. */
export function checkWholeCall(options: Options): void {
  if (options.action !== undefined) return;
  const given = OF_A_CALL.find((name) => (options[name]?.length ?? 0) > 0);
  if (given !== undefined) mistake("--action", `be given with --${given} (see --help)`);
}

/** Judges a call, or everything that the baseline needs, by the policies of the real organization and ours together. */
export async function simulateLive(blueprint: Blueprint, options: Options, live: LiveOrganization): Promise<ExitCode> {
  if (options.action === undefined) {
    const foreign = foreignPolicies(blueprint, await live.policies());
    const findings = await review(blueprint, live, foreign);
    if (options.json) printJson({ findings, unjudged: foreign.unjudged });
    else findings.forEach(({ text }) => console.log(text));
    if (!options.json && findings.length === 0)
      console.log(
        foreign.attached.length === 0
          ? "no policy of others could be judged, so nothing can be said about any"
          : `${foreign.attached.length} policies of others hold back nothing that the baseline needs`,
      );
    return withDoubts(
      findings.length > 0 ? 2 : 0,
      foreign.unjudged.filter(({ targets }) => targets.length > 0),
    );
  }
  const account = await liveAccount(blueprint, live, required("account", options.account));
  const call = callOf(blueprint, account, options);
  const path = await pathOf(live, account);
  const { attached, unjudged } = foreignPolicies(blueprint, await live.policies());
  const levels = liveLevels(path, attached, blueprint.policies);
  const code = report(judge(blueprint, call, levels, options.absent), options.json);
  return withDoubts(
    code,
    unjudged.filter(({ targets }) => path.some(({ id }) => targets.includes(id))),
  );
}
