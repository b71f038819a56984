/**
 * MARKED FOR REMOVAL: yesterday's functions of the configuration, as delegates onto the blueprint, for commands that are
 * not converted yet. Nothing in config/ or stacks/ uses this file. Whoever takes a value from here takes it from
 * `blueprintOf(baseline)` instead; then the file and its lines in index.ts go.
 */
import type { PreparedPath } from "../catalogue/prepare";
import type { Level } from "../proofs/policy";
import { blueprintOf, Target, type PlacedPolicy as Placed } from "./blueprint";
import { accountsIn, levelsTo as levels, mustPass as calls, type MustPass } from "./lock-out";
import type { Baseline } from "./schema/baseline";

export { heldBackBy, principalOf, type MustPass } from "./lock-out";

/** A placed policy whose targets are texts. */
export type PlacedPolicy = Omit<Placed, "targets"> & { readonly targets: readonly string[] };

export const names = (baseline: Baseline) => blueprintOf(baseline).names;

/** Needs no more of the configuration than the home Region: the blueprint reads what it is asked for. */
export const partition = (baseline: Pick<Baseline, "homeRegion">) => blueprintOf(baseline as Baseline).partition;

export const governedRegions = (baseline: Baseline) => blueprintOf(baseline).governedRegions;

export const guardrailSettings = (baseline: Baseline) => blueprintOf(baseline).guardrailSettings;

export const detectionSettings = (baseline: Baseline) => blueprintOf(baseline).detectionSettings;

export const severitiesInUse = (baseline: Baseline) => blueprintOf(baseline).severities;

export const preparedDetections = (baseline: Baseline) => blueprintOf(baseline).detections;

export const preparedBy = <Kind extends PreparedPath["kind"]>(baseline: Baseline, kind: Kind) =>
  blueprintOf(baseline).detectionsByPath[kind];

export const placedPolicies = (baseline: Baseline): readonly PlacedPolicy[] =>
  blueprintOf(baseline).policies.map((policy) => ({ ...policy, targets: policy.targets.map(({ text }) => text) }));

const targetsOf = (texts: readonly string[]): readonly Target[] => texts.map((text) => new Target(text));

export const levelsTo = (policies: readonly PlacedPolicy[], ...targets: readonly string[]): readonly Level[] =>
  levels(
    policies.map((policy) => ({ ...policy, targets: targetsOf(policy.targets) })),
    targetsOf(targets),
  );

export const mustPass = (baseline: Baseline, accounts: readonly string[] = []): readonly MustPass[] =>
  calls(blueprintOf(baseline), accounts);

export const accountsOf = ({ targets, document }: Pick<PlacedPolicy, "targets" | "document">): readonly string[] =>
  accountsIn(targetsOf(targets), document);

export const targetSlug = (target: string): string => new Target(target).address;
