import { join, relative } from "node:path";
import { succeeded } from "../../terraform/command-failure";
import { CHECKOUT, StackCommands } from "../../terraform/stack-commands";
import { synthesizedHere } from "../../terraform/synthesized-at";
import { command } from "../contract/command";
import type { ExitCode } from "../contract/exit-code";
import { printJson } from "../output/json";
import { outDir } from "../session/out-dir";
import { modules } from "./modules";
import { answer } from "./stale-answer";
import { staleStacks, type Stale } from "./staleness";

/** Addresses in one line. Whoever wants all of them asks for JSON. */
const MOST_ADDRESSES = 10;

function differing(addresses: readonly string[]): readonly string[] {
  if (addresses.length === 0) return ["  the same blocks, written otherwise"];
  const more = addresses.length - MOST_ADDRESSES;
  return [
    ...addresses.slice(0, MOST_ADDRESSES).map((address) => `  ${address}`),
    ...(more > 0 ? [`  … and ${more} more (--json has all)`] : []),
  ];
}

function lines(place: string, { stack, what, addresses, files }: Stale): readonly string[] {
  const folder = join(place, stack);
  if (what === "missing") return [`${folder} must hold cdk.tf.json, got nothing`];
  if (what === "stray") return files.map((file) => `${join(folder, file)} must go: nothing synthesizes it`);
  return [`${join(folder, "cdk.tf.json")} must be what is synthesized. It differs in`, ...differing(addresses)];
}

async function check(forMachines: boolean): Promise<ExitCode> {
  const folder = join(outDir(), "stacks");
  const stale = staleStacks(folder, await synthesizedHere(process.env, CHECKOUT));
  const place = relative(process.cwd(), folder);
  const compared = { place, stale, lines: stale.flatMap((each) => lines(place, each)), command: "npm run synth" };
  return answer(compared, forMachines);
}

async function write(forMachines: boolean): Promise<ExitCode> {
  const commands = new StackCommands({ outDir: outDir(), cwd: process.cwd(), env: {}, synthEnv: process.env });
  const { stdout } = succeeded("synth", await commands.synth());
  if (forMachines) printJson({ folder: outDir(), stacks: commands.stacks() });
  else console.log(stdout.trimEnd());
  return 0;
}

export const synth = command({
  name: "synth",
  summary: "write the Terraform of every stack, as modules too (--modules), or check what is committed (--check)",
  about: [
    "Writes cdktf.out/stacks/<stack>/cdk.tf.json, byte-identical on every machine. `npm run synth` does the same, and hands its options on to this command.",
    "--check synthesizes into a folder that is thrown away, and compares: which stacks are missing, are stray or differ, and in which blocks. For repositories that commit the output (docs/pipelines.md says how).",
    "--modules writes each stack as a Terraform module to cdktf.out/modules/<stack>, for a root module of your own: without backend and provider, with ids as variables, and with a README of its call, inputs and outputs (docs/modules.md says whom that suits). With --check it compares those.",
  ],
  options: {
    check: { takes: "nothing", says: "only compare; write nothing" },
    modules: { takes: "nothing", says: "each stack as a Terraform module" },
    json: { takes: "nothing", says: "the answer for machines" },
  },
  exitCodes: {
    0: "written; --check: everything is as the configuration synthesizes it",
    1: "a mistake in what was asked or configured, or a failure",
    2: "--check: a stack or module is missing, stray or stale",
  },
  run: ({ options }) =>
    options.modules ? modules(options) : options.check ? check(options.json) : write(options.json),
});
