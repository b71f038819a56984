import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { AttachPolicyCommand, DetachPolicyCommand } from "@aws-sdk/client-organizations";
import { parseConfig, type BaselineConfig } from "../../../config";
import { existingOrganization } from "../../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../../emulator/start";
import { Clients } from "../../../organization";
import { readSnapshot } from "../../../organization/tree/snapshot";
import { example } from "../../support/examples";
import { configured, Origin, type Files } from "../support/workflow/origin";
import { Repository } from "../support/workflow/repository";

export const BASE = example("single-region-minimal");

/** The same without a guardrail. */
export const LOOSENED: BaselineConfig = {
  ...BASE,
  guardrails: { attach: BASE.guardrails.attach.filter(({ id }) => id !== "deny-root-user") },
};

/** Committed output that somebody edited by hand, or forgot. */
export const STALE: Files = { ...configured(BASE), "cdktf.out/stacks/alarms/cdk.tf.json": "{}" };

/** Terraform that runs a program as soon as it is planned. */
const running = (program: string): string =>
  JSON.stringify({ data: { external: { x: { program: ["sh", "-c", program] } } } });

/** What a change's own synth hands over in the place of a stack. */
export const hostile = (trap: string): string => running(`env > ${trap}`);

/**
 * A change that synthesizes as its configuration says, and then writes something hostile over it: what is handed over
 * is whatever the change's own code likes.
 */
export const handingOverHostile = (trap: string): Files => {
  const written = "cdktf.out/stacks/alarms/cdk.tf.json";
  return appended(
    configured(BASE),
    `process.on("exit", () => writeFileSync(${JSON.stringify(written)}, ${JSON.stringify(hostile(trap))}));`,
  );
};

/** A change that loosens a guardrail, brings its own judge, and runs code wherever it sees credentials. */
export const thieving = (trap: string): Files => ({
  ...appended(
    configured(LOOSENED),
    `if (Object.keys(process.env).some((name) => /^AWS_(ACCESS|ROLE|WEB)|TOKEN$/.test(name))) writeFileSync(${JSON.stringify(trap)}, "");`,
  ),
  "commands/baseline.ts": `require("node:fs").writeFileSync(${JSON.stringify(trap)}, "");`,
});

const appended = ({ "baseline.config.ts": text = "" }: Files, line: string): Files => ({
  "baseline.config.ts": `import { writeFileSync } from "node:fs";\n${text}${line}\n`,
});

/** One organization and one repository, in which the pipelines of every kind work one after the other. Has to be ended. */
export class PipelineWorld {
  readonly origin = new Origin(BASE);
  readonly github: Repository;

  private constructor(readonly emulator: Emulator) {
    this.github = new Repository(this.origin, emulator);
  }

  static async start(): Promise<PipelineWorld> {
    return new PipelineWorld(await startEmulator({ seed: existingOrganization }));
  }

  /** Takes a guardrail off its targets, as somebody would in the console. Answers with what puts it back. */
  async detach(guardrail: string): Promise<() => Promise<void>> {
    const baseline = parseConfig(BASE);
    const clients = new Clients(baseline, this.emulator.env);
    const client = clients.at(baseline.accounts.management.id).organizations();
    const { policies } = await readSnapshot(clients, baseline);
    const name = `${BASE.name}-${guardrail}`;
    const { id: PolicyId, targets } = policies.find((policy) => policy.name === name) ?? { id: "", targets: [] };
    expect([name, targets]).not.toEqual([name, []]);
    for (const TargetId of targets) await client.send(new DetachPolicyCommand({ PolicyId, TargetId }));
    return async () => {
      for (const TargetId of targets) await client.send(new AttachPolicyCommand({ PolicyId, TargetId }));
    };
  }

  /** A path that an attack would write to, if anything of it ran where it must not. */
  trap(): string {
    return join(mkdtempSync(join(this.origin.folder, "trap-")), "stolen");
  }

  async end(): Promise<void> {
    await this.emulator.stop();
    this.origin.remove();
  }
}
