import { isAbsolute, relative, resolve } from "node:path";
import { namedConfig } from "../../config";
import { ANY_PROGRAM, pick } from "../../processes/environment";
import { changesBetween, inputOf, spelledOrganization, type ReviewInput, type Synthesized } from "../../review";
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

/** What differs between what a commit synthesizes and what the working tree does. Asks AWS nothing. */
export async function changedSince(ref: string): Promise<ReviewInput> {
  const configFile = configuration();
  // Nothing of the caller's but what a program needs to start: no credentials reach the code of a pull request.
  const synthEnv = pick(process.env, ANY_PROGRAM);
  const before = await synthesizedAt({ ref, option: "--synth", configFile, synthEnv });
  const after = await synthesizedHere({ ...synthEnv, ...(configFile && { BASELINE_CONFIG: configFile }) });
  const changes = changesBetween(parsed(before), parsed(after));
  const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
  return inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
}
