import { chmodSync, copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { dispatch } from "../../../commands/contract/dispatch";
import { COMMANDS } from "../../../commands/registry";
import type { CommandResult } from "../../../processes/supervised-commands";
import { StackCommands } from "../../../terraform/stack-commands";

const ROOT = resolve(__dirname, "../../..");

/** What the stand-in for Terraform does in a stack, or in every one. */
interface StackBehaviour {
  readonly [command: string]: { readonly text?: string; readonly code?: number } | object;
}

export type Behaviour = Readonly<Record<string, StackBehaviour | string>>;

/** What a command ended with, and printed. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder in which commands run with a stand-in for Terraform, and the real synth. Has to be ended. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), "workplace-"));
  private static synthesized: { readonly folder: string; readonly result: CommandResult } | undefined;
  private readonly before = { cwd: process.cwd(), env: { ...process.env } };

  constructor() {
    copyFileSync(join(__dirname, "terraform-stub.cjs"), join(this.folder, "terraform"));
    chmodSync(join(this.folder, "terraform"), 0o755);
    writeFileSync(join(this.folder, "cli.rc"), "provider_installation {}\n");
    process.chdir(this.folder);
    Object.assign(process.env, {
      TERRAFORM_BINARY_NAME: join(this.folder, "terraform"),
      TF_CLI_CONFIG_FILE: join(this.folder, "cli.rc"),
      BASELINE_CONFIG: join(ROOT, "baseline.config.ts"),
      CDKTF_OUTDIR: join(this.folder, "cdktf.out"),
      TF_CLI_ARGS_plan: "-target=aws_iam_role.one",
      TF_VAR_role: "a",
      CI: "true",
      // Nobody's credentials, and nobody to ask for some.
      ...{ AWS_EC2_METADATA_DISABLED: "true", AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" },
    });
    this.behave({});
  }

  /** The real synth, once for all tests of a file: every later one gets a copy of what it wrote. */
  private synthesizeOnce(): void {
    const real: unknown = Object.getOwnPropertyDescriptor(StackCommands.prototype, "synth")?.value;
    const synth = real as (this: StackCommands) => Promise<CommandResult>;
    jest.spyOn(StackCommands.prototype, "synth").mockImplementation(async function (this: StackCommands) {
      if (Workplace.synthesized !== undefined) {
        cpSync(Workplace.synthesized.folder, this.outDir, { recursive: true });
        return Workplace.synthesized.result;
      }
      const result = await synth.call(this);
      const folder = mkdtempSync(join(tmpdir(), "synthesized-"));
      cpSync(this.outDir, folder, { recursive: true });
      Workplace.synthesized = { folder, result };
      return result;
    });
  }

  /** Says what Terraform does from now on. */
  behave(behaviour: Behaviour): void {
    writeFileSync(join(this.folder, "behaviour.json"), JSON.stringify(behaviour));
    writeFileSync(join(this.folder, "calls.log"), "");
  }

  /** What Terraform was asked, a line for each call: stack, command, arguments, variables that reached it. */
  calls(command: string): readonly string[] {
    const calls = readFileSync(join(this.folder, "calls.log"), "utf8").trimEnd().split("\n");
    return calls.filter((call) => call.split(" ")[1] === command);
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  async run(...args: readonly string[]): Promise<Ran> {
    const [out, err]: readonly [string[], string[]] = [[], []];
    const text = (value: unknown) => (value instanceof Error ? (value.stack ?? value.message) : String(value));
    jest.spyOn(console, "log").mockImplementation((value: unknown) => out.push(text(value)));
    jest.spyOn(console, "error").mockImplementation((value: unknown) => err.push(text(value)));
    jest.spyOn(process.stderr, "write").mockImplementation((value: unknown) => err.push(String(value).trimEnd()) > 0);
    this.synthesizeOnce();
    try {
      const code = await dispatch(COMMANDS, args);
      return { code, out: out.join("\n"), err: err.join("\n") };
    } finally {
      jest.restoreAllMocks();
    }
  }

  /** To be called after the last test of a file. */
  static close(): void {
    if (Workplace.synthesized !== undefined) rmSync(Workplace.synthesized.folder, { recursive: true });
    Workplace.synthesized = undefined;
  }

  end(): void {
    process.chdir(this.before.cwd);
    process.env = this.before.env;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A resource of a plan. */
export const change = (address: string, actions: readonly string[], more: object = {}) => ({
  address,
  mode: "managed",
  type: address.split(".")[0] ?? "",
  name: address.split(".")[1] ?? "",
  change: { actions, before: null, after: {}, ...more },
});
