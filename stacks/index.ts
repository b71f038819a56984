import { App } from "cdktf";
import { ConfigurationError, type Baseline } from "../config";
import { Alarms } from "./alarms";
import { AuditTrail } from "./audit-trail";
import type { BaselineStack } from "./baseline-stack";
import { Guardrails } from "./guardrails";
import { RootAccess } from "./root-access";
import { ThreatDetection } from "./threat-detection";

/**
 * The stacks, in the order in which they are deployed:
 *
 *   root-access ──┬── guardrails
 *                 └── audit-trail ── alarms ── threat-detection
 *
 * Each plans before any other is deployed. What one needs of another is a name that the configuration determines.
 */
export function buildStacks(app: App, baseline: Baseline): readonly BaselineStack[] {
  const rootAccess = new RootAccess(app, baseline);
  const guardrails = new Guardrails(app, baseline);
  const auditTrail = new AuditTrail(app, baseline);
  const alarms = new Alarms(app, baseline);
  const threatDetection = new ThreatDetection(app, baseline);

  guardrails.addDependency(rootAccess); // policy types of an owned organization
  auditTrail.addDependency(rootAccess); // trusted access of an owned organization
  alarms.addDependency(auditTrail); // the log group
  threatDetection.addDependency(alarms); // the alert bus

  const stacks = [rootAccess, guardrails, auditTrail, alarms, threatDetection];
  checkAdoption(stacks, baseline);
  return stacks;
}

/** Adopted addresses must exist; what is released in one stack needs no word in the others. */
function checkAdoption(stacks: readonly BaselineStack[], baseline: Baseline): void {
  const addresses = new Map(stacks.map((stack) => [stack, stack.addresses()]));
  const known = new Set([...addresses.values()].flat());
  const unknown = Object.keys(baseline.adopt).filter((address) => !known.has(address));
  if (unknown.length > 0)
    throw new ConfigurationError(
      "the configuration",
      unknown.map((address) => ({
        where: `adopt[${JSON.stringify(address)}]`,
        rule: "be an address that this configuration produces (a plan prints them)",
        got: baseline.adopt[address],
      })),
    );
  for (const [stack, own] of addresses) stack.elsewhere = [...known].filter((address) => !own.includes(address));
}

/** Synthesizes the Terraform of every stack into the output directory. */
export function synthesize(baseline: Baseline): void {
  const app = new App();
  buildStacks(app, baseline);
  app.synth();
}
