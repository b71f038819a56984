import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { changesBetween, inputOf, spelledOrganization, type ReviewInput, type Synthesized } from "../../review";
import { ANY_PROGRAM, pick } from "../../processes/environment";
import { runIn } from "../../processes/run";
import { temporaryFolder } from "../../processes/temporary-folder";
import { mistake } from "../contract/mistake";

/** Programs with nothing of the caller's but what they need to start: no credentials reach the code of a pull request. */
const environment = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...pick(process.env, ANY_PROGRAM),
  ...more,
});

/** Each checkout's own configuration: a file outside would be the same before and after. */
function configuration(): Record<string, string> {
  const named = process.env["BASELINE_CONFIG"];
  if (named === undefined || named === "") return {};
  const path = relative(process.cwd(), resolve(named));
  if (path.startsWith("..") || isAbsolute(path))
    mistake("BASELINE_CONFIG", "lie in the checkout where --synth compares two of them", named);
  return { BASELINE_CONFIG: path };
}

const git = (...args: readonly string[]) => runIn(environment())("git", args);

/** The Terraform that a checkout synthesizes. */
async function synthesized(checkout: string, output: string, what: string): Promise<Synthesized> {
  const script = join(checkout, "synth.cjs");
  if (!existsSync(script)) mistake(what, "hold synth.cjs, which synthesizes it", checkout);
  const { code, output: said } = await runIn(environment({ ...configuration(), CDKTF_OUTDIR: output }))(
    "node",
    [script],
    { cwd: checkout },
  );
  if (code !== 0) mistake(what, "synthesize", said.split("\n").slice(-20).join("\n"));
  const stacks = join(output, "stacks");
  return Object.fromEntries(
    readdirSync(stacks).map((name) => [
      name,
      JSON.parse(readFileSync(join(stacks, name, "cdk.tf.json"), "utf8")) as Synthesized[string],
    ]),
  );
}

/** The checkout of a commit in a folder of its own, with the packages of this one. */
async function checkedOut(ref: string, folder: string): Promise<string> {
  const checkout = join(folder, "checkout");
  const { code, output } = await git("worktree", "add", "--detach", "--quiet", checkout, ref);
  if (code !== 0) mistake("--synth", "be a branch, tag or commit of this repository", `${ref}: ${output}`);
  symlinkSync(resolve("node_modules"), join(checkout, "node_modules"), "junction");
  return checkout;
}

/** What differs between what a commit synthesizes and what the working tree does. Asks AWS nothing. */
export async function changedSince(ref: string): Promise<ReviewInput> {
  const folder = mkdtempSync(join(temporaryFolder(), "review-"));
  try {
    const checkout = await checkedOut(ref, folder);
    const before = await synthesized(checkout, join(folder, "before"), ref);
    const after = await synthesized(process.cwd(), join(folder, "after"), "the working tree");
    const changes = changesBetween(before, after);
    const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
    return inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
  } finally {
    await git("worktree", "remove", "--force", join(folder, "checkout"));
    rmSync(folder, { recursive: true, force: true });
  }
}
