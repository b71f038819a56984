import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { moduleFiles } from "../../../commands/synth/modules";
import { blueprintOf, type BaselineConfig } from "../../../config";
import { runIn, type Answer } from "../../../processes/run";
import { stackOf, synth } from "../../support/synth";
import { pipelineEnvironment } from "./trial";

/** Modules of a configuration, and a root module of another hand beside them. Has to be removed. */
export class ModuleRoot {
  readonly folder = mkdtempSync(join(tmpdir(), "org-baseline-modules-"));
  readonly files: ReadonlyMap<string, string>;

  constructor(
    config: BaselineConfig,
    private readonly env: Readonly<Record<string, string>> = {},
  ) {
    const { baseline, files } = synth(config);
    const stacks = Object.entries(files).flatMap(([file, text]) => {
      const name = stackOf(file);
      return name === undefined ? [] : [[name, text] as const];
    });
    this.files = moduleFiles(new Map(stacks), blueprintOf(baseline));
    for (const [file, text] of this.files) this.write(join("modules", file), text);
  }

  /** The call that the page of a module shows. */
  call(stack: string): string {
    const [, hcl = ""] = /```hcl\n([^]*?)```/.exec(this.files.get(join(stack, "README.md")) ?? "") ?? [];
    return hcl;
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** Copies a root module that is written by hand. */
  copy(fixture: string): void {
    this.write("main.tf", readFileSync(resolve(__dirname, "..", "modules", fixture), "utf8"));
  }

  /** Terraform in the root, or in a folder below it. */
  terraform(args: readonly string[], below = "."): Promise<Answer> {
    const env = { ...pipelineEnvironment(), ...this.env };
    const binary = env["TERRAFORM_BINARY_NAME"] ?? "terraform";
    return runIn(env)(binary, [`-chdir=${join(this.folder, below)}`, ...args, "-no-color"]);
  }

  /** Throws with what Terraform says where it cannot. */
  async initialize(below?: string): Promise<void> {
    const { code, output } = await this.terraform(["init", "-input=false"], below);
    if (code !== 0) throw new Error(output);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Blocks of a call, each once: what several calls in one root module share is said by each of their pages. */
export const blocksIn = (calls: readonly string[]): string =>
  [...new Set(calls.flatMap((call) => call.trim().split(/\n\n(?=\w)/)))].join("\n\n");
