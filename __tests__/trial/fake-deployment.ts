import type { CommandResult, PlannedChange } from "../../terraform/deployment";

interface Behaviour {
  /** Stack in which something is left to change. */
  readonly changed?: string;
  /** Stack whose diff fails. */
  readonly failing?: string;
  readonly deployExitCode?: number;
}

const result = (exitCode: number, output: string): CommandResult => ({ exitCode, output, stdout: output });

/** Answers as a deployment would, without CDKTF and Terraform. */
export class FakeDeployment {
  readonly calls: string[] = [];
  mostAtOnce = 0;
  private atOnce = 0;

  constructor(private readonly behaviour: Behaviour = {}) {}

  synth(): Promise<CommandResult> {
    this.calls.push("synth");
    return Promise.resolve(result(0, ""));
  }

  stacks(): readonly string[] {
    return ["alarms", "guardrails", "root-access"];
  }

  dependencies(): Readonly<Record<string, readonly string[]>> {
    return { alarms: [], guardrails: [], "root-access": [] };
  }

  resourceCount(): number {
    return 117;
  }

  deploy(): Promise<CommandResult> {
    this.calls.push("deploy");
    return Promise.resolve(result(this.behaviour.deployExitCode ?? 0, "Error: the provider said no"));
  }

  async diff(stack: string): Promise<CommandResult> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    this.atOnce -= 1;
    if (stack === this.behaviour.failing) return result(1, "Error: no");
    const changed = stack === this.behaviour.changed;
    return result(
      0,
      changed ? "Plan: 0 to add, 1 to change" : "No changes. Your infrastructure matches the configuration.",
    );
  }

  changes(): Promise<readonly PlannedChange[]> {
    return Promise.resolve([{ address: "aws_organizations_policy.deny-root-user", actions: ["update"] }]);
  }

  terraform(): Promise<CommandResult> {
    return Promise.resolve(result(0, ""));
  }

  kill(): Promise<void> {
    this.calls.push("kill");
    return Promise.resolve();
  }
}
