import { isAbsolute, relative, resolve } from "node:path";
import { namedConfig } from "../../config";
import { ANY_PROGRAM, pick } from "../../processes/environment";
import { changesBetween, inputOf, spelledOrganization, type ReviewInput, type Synthesized } from "../../review";
import { handedOver } from "../../terraform/handed-over";
import { synthesizedAt, synthesizedHere } from "../../terraform/synthesized-at";
import { mistake } from "../contract/mistake";

/** Each checkout's own configuration: a file outside would be the same before and after. */
function configuration(): string | undefined {
  const named = namedConfig();
  if (named === undefined) return undefined;
  const path = relative(process.cwd(), resolve(named));
  if (path.startsWith("..") || isAbsolute(path))
    mistake("BASELINE_CONFIG", "lie in the checkout where --synth compares two of them", named);
  return path;
}

const parsed = (stacks: ReadonlyMap<string, string>): Synthesized =>
  Object.fromEntries([...stacks].map(([name, text]) => [name, JSON.parse(text) as Synthesized[string]]));

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ReviewInput {
  const changes = changesBetween(parsed(before), parsed(after));
  const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
  return inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
}

/** Nothing of the caller's but what a program needs to start: no credentials reach the code of a pull request. */
function environment(configFile: string | undefined): Record<string, string> {
  return { ...pick(process.env, ANY_PROGRAM), ...(configFile && { BASELINE_CONFIG: configFile }) };
}

/** What differs between what a commit synthesizes and what the working tree does. Asks AWS nothing. */
export async function changedSince(ref: string): Promise<ReviewInput> {
  const configFile = configuration();
  const before = await synthesizedAt({ ref, option: "--synth", configFile, synthEnv: pick(process.env, ANY_PROGRAM) });
  return changed(before, await synthesizedHere(environment(configFile)));
}

/** What differs between what the working tree synthesizes, the base, and what another job did. Asks AWS nothing. */
export async function changedBy(folder: string): Promise<ReviewInput> {
  const base = await synthesizedHere(environment(namedConfig()));
  return changed(base, handedOver(folder, base));
}
