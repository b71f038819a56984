import { join, relative } from "node:path";
import { blueprintOf, loadConfig, type Blueprint } from "../../../config";
import type { Body } from "../../../terraform/json";
import { CHECKOUT } from "../../../terraform/stack-commands";
import { synthesizedHere } from "../../../terraform/synthesized-at";
import type { ExitCode } from "../../contract/exit-code";
import { printJson } from "../../output/json";
import { outDir } from "../../session/out-dir";
import { answer } from "../stale-answer";
import { moduleOf } from "./convert";
import { staleModules, writeModules, type Files } from "./folder";
import { readmeOf } from "./readme";

/** The files of every module that the synthesized stacks become, by their paths below the folder. */
export const moduleFiles = (stacks: ReadonlyMap<string, string>, blueprint: Blueprint): Files =>
  new Map(
    [...stacks].flatMap(([name, text]) => {
      const stack = moduleOf(name, JSON.parse(text) as Body, blueprint);
      return [
        [join(name, "main.tf.json"), `${JSON.stringify(stack.terraform, undefined, 2)}\n`],
        [join(name, "README.md"), readmeOf(stack)],
      ];
    }),
  );

/** Writes the stacks as modules, or compares them with those that are there. */
export async function modules({ check, json }: { readonly check: boolean; readonly json: boolean }): Promise<ExitCode> {
  const stacks = await synthesizedHere(process.env, CHECKOUT);
  const files = moduleFiles(stacks, blueprintOf(loadConfig()));
  const folder = join(outDir(), "modules");
  const place = relative(process.cwd(), folder);
  const names = [...stacks.keys()];
  if (!check) {
    writeModules(folder, files);
    if (json) printJson({ folder, modules: names });
    else console.log(`Module of every stack: ${place}/<stack>, each with a README.md of its call, inputs and outputs`);
    return 0;
  }
  const stale = staleModules(folder, files);
  const lines = stale.map((each) => join(place, each));
  return answer({ place, stale, lines, command: "npm run synth -- --modules" }, json);
}
