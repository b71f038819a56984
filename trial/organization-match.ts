import { join, normalize } from "node:path";
import { ConfigurationError, type Baseline } from "../config/index";
import type { OrganizationSeed } from "../emulator/organization-seed";

type Problem = ConfigurationError["problems"][number];

/** A rule of the trial, and what stands in the configuration. */
interface Expectation {
  readonly where: string;
  readonly rule: string;
  readonly got: unknown;
  readonly holds: boolean;
}

const same = (where: string, wanted: string, got: string): Expectation => ({
  where,
  rule: `be ${wanted}, as in the local organization`,
  got,
  holds: got === wanted,
});

const idOf = (seed: OrganizationSeed, name: string): string =>
  seed.accounts.find((account) => account.name === name)?.id ?? "";

function accounts({ accounts: { management, security, logArchive } }: Baseline, seed: OrganizationSeed) {
  return [
    same("accounts.management.id", seed.organization.managementAccount, management.id),
    same("accounts.security.id", idOf(seed, "security"), security.id),
    ...(logArchive === undefined ? [] : [same("accounts.logArchive.id", idOf(seed, "log-archive"), logArchive.id)]),
  ];
}

/** Where guardrails are attached must exist. Ids of units are made up at each start, so units go by their paths. */
function targets({ guardrails }: Baseline, seed: OrganizationSeed): readonly Expectation[] {
  const known = ["root", ...seed.organizationalUnits, ...seed.accounts.map(({ id }) => id)];
  return guardrails.attach.flatMap((entry, index) =>
    entry.targets.map((target, position) => ({
      where: `guardrails.attach[${index}].targets[${position}]`,
      rule: `be one of the local organization: ${known.join(", ")}`,
      got: target,
      holds: known.includes(target),
    })),
  );
}

/** State must stay in the trial's own folder. */
function state({ terraform: { backend } }: Baseline): readonly Expectation[] {
  const stacks = "/trial/cdktf.out/stacks/stack";
  const holds =
    backend.type === "none" ||
    (backend.type === "local" && normalize(join(stacks, backend.directory, "/")).startsWith("/trial/"));
  const rule = 'be "none", or "local" with a directory no higher than ../../../';
  return [{ where: "terraform.backend.type", rule, got: backend.type, holds }];
}

/**
 * Throws where the configuration describes another organization than the local one: the deployment would stop at its
 * first precondition, which is right and shows nothing.
 */
export function checkMatch(baseline: Baseline, seed: OrganizationSeed, file: string): void {
  const expectations = [
    same("organization.id", seed.organization.id, baseline.organization.id),
    ...accounts(baseline, seed),
    ...targets(baseline, seed),
    ...state(baseline),
  ];
  const problems: readonly Problem[] = expectations
    .filter(({ holds }) => !holds)
    .map(({ where, rule, got }) => ({ where, rule, got }));
  if (problems.length > 0) throw new ConfigurationError(`${file}, as a trial on the local organization,`, problems);
}
