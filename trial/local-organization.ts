import { blueprintOf, type Baseline } from "../config";
import { existingOrganization, type OrganizationSeed } from "../emulator/organization-seed";

type Account = OrganizationSeed["accounts"][number];

/** An organization of which nothing is known but what the configuration says. */
const UNKNOWN = { accounts: [], organizationalUnits: [], policies: [], rootCredentials: [] } as const;

/**
 * The local organization that a configuration is tried on: the example's, in full, where it is the example's; else one
 * with the accounts and units that the configuration names, and with what it says is there already.
 */
export function localOrganization(baseline: Baseline): OrganizationSeed {
  const { organization } = baseline;
  const known = organization.id === existingOrganization.organization.id ? existingOrganization : UNKNOWN;
  return {
    ...known,
    organization: {
      ...existingOrganization.organization,
      id: organization.id,
      managementAccount: baseline.accounts.management.id,
      ...(organization.mode === "owned" ? { trustedAccess: organization.trustedAccess, policyTypes: [] } : {}),
      ...rootFeatures(baseline),
    },
    accounts: accounts(baseline, known.accounts),
    organizationalUnits: withParents([...known.organizationalUnits, ...targets(baseline).filter(isPath)]),
    policies: known.policies ?? [],
    rootCredentials: known.rootCredentials ?? [],
    roles: deployRoles(baseline),
    ...previousTrail(baseline),
    ...previousGuardDuty(baseline),
  };
}

const ACCOUNT = /^\d{12}$/;
const UNIT_ID = /^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;

const targets = ({ guardrails }: Baseline): readonly string[] =>
  [...guardrails.attach, ...guardrails.files].flatMap((entry) => entry.targets);

const isPath = (target: string) => target !== "root" && !ACCOUNT.test(target) && !UNIT_ID.test(target);

/** A unit's path after those of the units above it, each once. */
function withParents(paths: readonly string[]): readonly string[] {
  const levels = (path: string) => path.split("/").map((_, index, parts) => parts.slice(0, index + 1).join("/"));
  return [...new Set(paths.flatMap(levels))];
}

/** The accounts of the configuration, and those that it names elsewhere. Where the example knows one, it stays as it is. */
function accounts(baseline: Baseline, known: readonly Account[]): readonly Account[] {
  const { management, security, logArchive } = baseline.accounts;
  const named = [
    security.id,
    ...(logArchive === undefined ? [] : [logArchive.id]),
    ...targets(baseline).filter((target) => ACCOUNT.test(target)),
    ...baseline.guardrails.rootExceptions.map(({ account }) => account),
  ];
  const members = new Map(known.map((account) => [account.id, account]));
  for (const id of named)
    if (!members.has(id)) members.set(id, { id, name: `account-${id}`, email: `account-${id}@example.com` });
  members.delete(management.id);
  return [...members.values()];
}

const deployRoles = ({ accounts: { security, logArchive } }: Baseline): OrganizationSeed["roles"] =>
  [security, ...(logArchive === undefined ? [] : [logArchive])]
    .filter(({ deployRole }) => deployRole !== "OrganizationAccountAccessRole")
    .map(({ id, deployRole }) => ({ accountId: id, name: deployRole }));

function rootFeatures({ rootAccess, accounts: { security } }: Baseline): Partial<OrganizationSeed["organization"]> {
  if (rootAccess.mode === "create") return {};
  return {
    rootFeatures: rootAccess.features,
    delegatedAdministrators: [{ accountId: security.id, servicePrincipal: "iam.amazonaws.com" }],
  };
}

function previousTrail({ auditTrail, homeRegion, accounts: { logArchive } }: Baseline): Partial<OrganizationSeed> {
  if (auditTrail.mode === "create") return {};
  const { trailName: name, logGroupName: logGroup } = auditTrail;
  const bucket = {
    bucket: "existing-trail-logs",
    ...(logArchive === undefined ? {} : { bucketAccount: logArchive.id }),
  };
  return { trails: [{ name, region: homeRegion, ...bucket, logGroup, organization: true, multiRegion: true }] };
}

function previousGuardDuty(baseline: Baseline): Partial<OrganizationSeed> {
  if (baseline.threatDetection.mode === "create") return {};
  const there = { accountId: baseline.accounts.security.id, regions: blueprintOf(baseline).governedRegions };
  return { detectors: [there], guardDutyAdministrator: there };
}

/** A rule that a configuration breaks by being tried. */
interface Problem {
  readonly where: string;
  readonly rule: string;
  readonly got: unknown;
}

/** Why a configuration cannot be tried on a local organization. */
export function trialProblems(baseline: Baseline): readonly Problem[] {
  const region = { where: "homeRegion", rule: "lie in the aws partition to be tried here", got: baseline.homeRegion };
  const unit = "be a path such as Workloads/Prod to be tried here: a local unit has an id of its own";
  const units = [
    ...baseline.guardrails.attach.map((entry, index) => ({
      targets: entry.targets,
      at: `guardrails.attach[${index}]`,
    })),
    ...baseline.guardrails.files.map((entry, index) => ({ targets: entry.targets, at: `guardrails.files[${index}]` })),
  ].flatMap((entry) =>
    entry.targets.flatMap((got, index) =>
      UNIT_ID.test(got) ? [{ where: `${entry.at}.targets[${index}]`, rule: unit, got }] : [],
    ),
  );
  return [...(blueprintOf(baseline).partition.id === "aws" ? [] : [region]), ...units];
}
