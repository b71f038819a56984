import type { Construct } from "constructs";
import { StateMemory } from "./state-memory";

export interface RegionMemoryProps {
  /** Every Region in which GuardDuty can have been switched on. */
  readonly regions: readonly string[];
  /** Regions in which this stack has GuardDuty. */
  readonly governed: readonly string[];
  /** Regions in which it still has it, and no account is a member by itself any more. */
  readonly leaving: readonly string[];
  /** Regions of which everything is destroyed. */
  readonly emptied: readonly string[];
  /** Regions whose GuardDuty is given up and left standing. */
  readonly released: readonly string[];
  /** Whether this stack switches GuardDuty on at all. */
  readonly creates: boolean;
}

const RUNBOOK = "docs/runbooks/changes.md, A Region is left";
const emptyKey = (region: string): string => `${region} is empty`;

/**
 * Remembers in the state in which Regions the stack has GuardDuty, and refuses a plan that would take one out in one
 * step: GuardDuty deletes no detector that administers an organization, has members or is one (GuardDuty User Guide,
 * changing the delegated administrator).
 *
 * A map of Regions. A Region of which the configuration says nothing keeps what is remembered of it, since a plan
 * ignores changes of its keys; a Region that is governed or left writes its own. Whatever the stack has in a Region
 * depends on the memory, so that a Region is noted as empty after all of it is gone, and not where a part failed.
 */
export class RegionMemory extends StateMemory {
  constructor(scope: Construct, id: string, props: RegionMemoryProps) {
    const { regions, governed, leaving, emptied, released } = props;
    const held = [...governed, ...leaving];
    const input = Object.fromEntries([
      ["here", "GuardDuty"],
      ...governed.map((region) => [region, "governed"] as const),
      ...leaving.map((region) => [region, "leaving"] as const),
      ...emptied.map((region) => [emptyKey(region), "yes"] as const),
    ]);
    const decided = new Set([...Object.keys(input), ...held.map(emptyKey), ...released]);
    const remembered = regions.flatMap((region) => [region, emptyKey(region)]).filter((key) => !decided.has(key));
    const silent = regions.filter((region) => ![...held, ...emptied, ...released].includes(region));

    super(scope, id, {
      // A map, not an object: only of a map single keys can be ignored.
      input: `\${tomap(${JSON.stringify(input)})}`,
      lifecycle: {
        ignoreChanges: remembered.map((key) => `input[${JSON.stringify(key)}]`),
        postcondition: [stillThere(silent, props), leftInOrder(props)],
      },
    });
  }
}

/** Refuses a Region that was governed and of which the configuration says nothing any more. */
function stillThere(silent: readonly string[], { creates, governed }: RegionMemoryProps) {
  const left = `[for region in ${JSON.stringify(silent)} : region if can(self.input[region]) && !can(self.input[format("%s is empty", region)])]`;
  const must = creates
    ? `regions must keep \${join(", ", ${left})}, where GuardDuty of this stack is still on, got ${governed.join(", ") || "none"}: put it back, or name it in leavingRegions with "members" first`
    : `threatDetection.mode must stay "create" while GuardDuty of this stack is still on in \${join(", ", ${left})}, got "use": leave these Regions first, or release their detectors and designation`;
  return { condition: `\${length(${left}) == 0}`, errorMessage: `${must} (${RUNBOOK})` };
}

/** Refuses to destroy in a Region whose members were not released by the deploy before. */
function leftInOrder({ emptied, creates }: RegionMemoryProps) {
  const unknown = creates ? "governed" : "leaving";
  const early = `[for region in ${JSON.stringify(emptied)} : region if try(self.input[region], "${unknown}") != "leaving"]`;
  return {
    condition: `\${length(${early}) == 0}`,
    errorMessage: `leavingRegions must say "members" of \${join(", ", ${early})} and be deployed before it says more, got "everything": GuardDuty keeps its detectors while accounts are members (${RUNBOOK})`,
  };
}
