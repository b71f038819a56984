import util from "node:util";
import { App } from "cdktf";
import { withTraces, type Blueprint } from "../config";
import { checkAddresses } from "./addresses";
import { Alarms } from "./alarms";
import { AuditTrail } from "./audit-trail";
import type { BaselineStack } from "./baseline-stack";
import { Guardrails } from "./guardrails";
import { RootAccess } from "./root-access";
import { ThreatDetection } from "./threat-detection";

// cdktf 0.21 asks util.isArray, which Node 22 and later answer with a warning (DEP0044). This is the same, without it.
Object.assign(util, { isArray: (value: unknown) => Array.isArray(value) });

/**
 * The stacks, in the order in which they are deployed:
 *
 *   root-access ──┬── guardrails
 *                 └── audit-trail ── alarms ── threat-detection
 *
 * Each plans before any other is deployed. What one needs of another is a name that the configuration determines.
 */
export function buildStacks(app: App, blueprint: Blueprint): readonly BaselineStack[] {
  const rootAccess = new RootAccess(app, blueprint);
  const guardrails = new Guardrails(app, blueprint);
  const auditTrail = new AuditTrail(app, blueprint);
  const alarms = new Alarms(app, blueprint);
  const threatDetection = new ThreatDetection(app, blueprint);

  guardrails.addDependency(rootAccess); // policy types of an owned organization
  auditTrail.addDependency(rootAccess); // trusted access of an owned organization
  alarms.addDependency(auditTrail); // the log group
  threatDetection.addDependency(alarms); // the alert bus

  const stacks = [rootAccess, guardrails, auditTrail, alarms, threatDetection];
  checkAddresses(stacks, blueprint.baseline);
  return stacks;
}

/**
 * Runs without formatting stack traces: cdktf takes one for every token, which nobody reads and which is a third of
 * the time that seventeen Regions take. An error that leaves keeps its trace, since V8 formats it when it is read.
 */
const withoutStackTraces = (run: () => void): void => withTraces(() => "", run);

/** Synthesizes the Terraform of every stack. Answers with the folder that now holds it. */
export function synthesize(blueprint: Blueprint): string {
  const app = new App();
  withoutStackTraces(() => {
    buildStacks(app, blueprint);
    app.synth();
  });
  return app.outdir;
}
