import { parse } from "yaml";
import { PROWLER_NOT_OURS, PROWLER_OPTIONS } from "../../catalogue/scanners/beyond";
import { CHECKOV_EXCUSES } from "../../catalogue/scanners/checkov";
import { isExcused } from "../../catalogue/scanners/excuse";
import {
  FILTER_CHECKS,
  passingChecks,
  PROWLER_BY_DESIGN,
  PROWLER_SCANS,
  type ScannedAccount,
} from "../../catalogue/scanners/prowler";
import { checkovSettings, prowlerMuteList, prowlerSettings } from "../../documentation/scanner-settings";
import { CONTROLS } from "../../evidence/controls";

const SCANNED = Object.keys(PROWLER_SCANS) as ScannedAccount[];

interface Muted {
  readonly Resources: readonly string[];
  readonly Description: string;
  readonly Exceptions?: { readonly Accounts: readonly string[] };
}

const muteList = (
  parse(prowlerMuteList()) as { Mutelist: { Accounts: Record<string, { Checks: Record<string, Muted> }> } }
).Mutelist.Accounts;

test("Checkov skips exactly what has a reason", () => {
  expect(parse(checkovSettings())).toEqual({
    framework: ["terraform_plan"],
    "skip-check": CHECKOV_EXCUSES.map(({ check }) => check),
  });
});

test("Prowler trusts the two accounts that tell each other, and the one administrator", () => {
  expect(parse(prowlerSettings())).toEqual({
    aws: {
      trusted_account_ids: ["222222222222", "111111111111"],
      organizations_trusted_delegated_administrators: ["222222222222"],
    },
  });
});

test("the mute list holds what stays by design, each for its account, by name and with its reason", () => {
  const ids = { management: "111111111111", security: "222222222222", logArchive: "333333333333" } as const;
  for (const { check, account, resources, reason } of PROWLER_BY_DESIGN)
    expect(muteList[ids[account]]?.Checks[check]).toEqual({
      Regions: ["*"],
      Resources: resources.map((each) => `^${each}$`),
      Description: reason,
    });
  const listed = Object.entries(muteList).flatMap(([account, { Checks }]) =>
    account === "*" ? [] : Object.keys(Checks),
  );
  expect(listed.sort()).toEqual(PROWLER_BY_DESIGN.map(({ check }) => check).sort());
});

test("the filters' checks are muted in members, and never in the management account", () => {
  const { Checks } = muteList["*"] ?? { Checks: {} };
  expect(Object.keys(Checks)).toEqual(FILTER_CHECKS);
  expect(FILTER_CHECKS).toHaveLength(15);
  for (const { Exceptions } of Object.values(Checks)) expect(Exceptions).toEqual({ Accounts: ["111111111111"] });
});

test("nothing that is claimed has an excuse, and each excuse is for one resource at least", () => {
  const excuses = [...PROWLER_BY_DESIGN, ...PROWLER_OPTIONS, ...PROWLER_NOT_OURS];
  const claimed = SCANNED.flatMap(passingChecks);
  expect(excuses.filter(({ check }) => claimed.includes(check))).toEqual([]);
  for (const { resources, reason } of [...excuses, ...CHECKOV_EXCUSES]) {
    expect(resources).not.toEqual([]);
    expect(reason).toMatch(/\S/);
  }
});

/** States that the operator owes, not the baseline: an organization can be without them after a deployment. */
const OWED = [
  "iam_no_root_access_key",
  "iam_root_mfa_enabled",
  "iam_root_hardware_mfa_enabled",
  "account_security_contact_information_is_registered",
];

test("whatever verify says that it answers of Prowler's is claimed, but for what only people can do", () => {
  const claimed = new Set([...SCANNED.flatMap(passingChecks), ...OWED]);
  const named = CONTROLS.flatMap(({ references }) =>
    references.flatMap(({ source, control }) => (source === "Prowler" ? [control] : [])),
  );
  expect(named.filter((check) => !claimed.has(check))).toEqual([]);
});

test("an excuse is for the whole name", () => {
  const excuse = { check: "a", resources: [".+-trail-[0-9]{12}-.+"] };
  const of = (resource: string, check = "a") => isExcused(excuse, { check, resource });
  expect(of("org-baseline-trail-333333333333-us-east-1")).toBe(true);
  expect(of("team-data")).toBe(false);
  expect(of("org-baseline-trail-333333333333-us-east-1", "b")).toBe(false);
});
