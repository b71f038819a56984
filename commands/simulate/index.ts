import { blueprintOf, levelsTo, loadConfig, Target } from "../../config";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import { printJson } from "../output/json";
import { accountId } from "./caller";
import { checkWholeCall, simulateLive } from "./live";
import { matrices, matrixText } from "./matrix";
import { callOf, judge, report } from "./one-call";
import { required } from "../contract/required";
import { OPTIONS, type Options } from "./options";
import { checkUnits, unknownUnits } from "./unit-path";

/** Loaded only when asked for: everything else works offline and starts at once. */
const liveReader = async () => (await import("../../organization/tree/aws-organization.ts")).awsOrganization;

async function run({ options }: { readonly options: Options }): Promise<ExitCode> {
  const blueprint = blueprintOf(loadConfig());
  if (options.live) {
    checkWholeCall(options);
    const awsOrganization = await liveReader();
    return simulateLive(blueprint, options, await awsOrganization(blueprint.baseline));
  }
  if (options.matrix) {
    const all = matrices(blueprint);
    if (options.json) printJson(all);
    else console.log(matrixText(all));
    return 0;
  }
  const account = accountId(blueprint, required("account", options.account));
  checkUnits(options.path);
  const levels = levelsTo(
    blueprint.policies,
    [...options.path, account].map((text) => new Target(text)),
  );
  const judgement = judge(blueprint, callOf(blueprint, account, options), levels, options.absent);
  return report(judgement, options.json, unknownUnits(options.path, blueprint.targets));
}

export const simulate = command({
  name: "simulate",
  summary: "what the policies say about a call, or about everybody (--matrix)",
  about: [
    'Judges one call by the policies of this configuration. Nothing is granted here: "allowed" means that no policy of the organization holds the call back.',
    'What nobody gave is not guessed: where a statement asks for an address, a network or a tag, the answer is "undecided" and names the key.',
    "The configuration knows only the units that it names. For any other --path it judges what is attached above that unit and warns, as it cannot know whether the unit exists: --live asks the organization.",
    "--live reads with the credentials of the management account, from the configured organization and from no other. It needs organizations:List* and organizations:Describe*.",
  ],
  options: OPTIONS,
  exitCodes: {
    0: "not denied (allowed, or not bound); --matrix: printed; --live without --action: nothing is held back",
    1: "a mistake in what was asked or configured, a failure, or a live policy that cannot be judged",
    2: "denied, or undecided because a value decides that the call does not give; --live without --action: a policy holds back what the baseline needs, or may",
  },
  run,
});
