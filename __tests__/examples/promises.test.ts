import { readFileSync } from "node:fs";
import { chosenFrom } from "../../catalogue/detections";
import { GUARDRAIL_IDS } from "../../catalogue/guardrails";
import { parseConfig } from "../../config";
import { CONFIGURATIONS, example, examplePath } from "../support/examples";

/** What an example leaves out of the sets, and the words in its file that say why. */
const LEFT_OUT: Readonly<Record<string, { readonly id: RegExp; readonly because: string }>> = {
  govcloud: {
    id: /^(management-)?root-(console-login|password|sign-in)|^account-identity-changed$/,
    because: "a root user has no console and no password here",
  },
  "single-region-minimal": { id: /./, because: 'Neither all of "root" nor "blinding": one alarm, to see one.' },
};

test.each(CONFIGURATIONS)("%s chooses root and blinding, or its file says why not", (name, config) => {
  const chosen = chosenFrom(config.detections).map(({ id }) => id);
  const missing = chosenFrom(["root", "blinding"])
    .map(({ id }) => id)
    .filter((id) => !chosen.includes(id));
  const excuse = LEFT_OUT[name];
  expect(missing.filter((id) => excuse?.id.test(id) !== true)).toEqual([]);
  if (excuse === undefined) return;
  expect(missing).not.toEqual([]);
  expect(readFileSync(examplePath(name), "utf8")).toContain(excuse.because);
});

test.each(CONFIGURATIONS)("%s begins with whom it is for", (name) => {
  const [, first = ""] = /\/\*\*\n \* (.*)/.exec(readFileSync(examplePath(name), "utf8")) ?? [];
  expect(first).toMatch(/^For /);
});

describe("greenfield", () => {
  const { guardrails, organization, terraform, regions } = parseConfig(example("greenfield"));

  test("attaches every guardrail to the root but the one that needs a switch first", () => {
    const everywhere = guardrails.attach.filter(({ targets }) => targets.includes("root")).map(({ id }) => id);
    expect([...everywhere, "deny-root-sign-in"].sort()).toEqual([...GUARDRAIL_IDS].sort());
  });

  test("owns the organization, governs every default Region and shares its state", () => {
    expect([organization.mode, regions, terraform.backend.type]).toEqual(["owned", "default-enabled", "s3"]);
  });
});

test("control-tower uses the trail and GuardDuty that exist, and creates neither", () => {
  const { auditTrail, threatDetection, organization } = example("control-tower");
  expect([auditTrail.mode, threatDetection.mode, organization.mode]).toEqual(["use", "use", "existing"]);
});

test("govcloud works with root sessions only", () => {
  expect(example("govcloud").rootAccess.features).toEqual(["RootSessions"]);
});

test("existing-organization is the configuration at the top of the repository", () => {
  expect(example("existing-organization")).toEqual(
    (module.require("../../baseline.config") as { readonly default: unknown }).default,
  );
});

test("single-region-minimal has one Region, no log archive account and no alternate contact", () => {
  const { regions, accounts, rootAccess } = example("single-region-minimal");
  expect(regions).toHaveLength(1);
  expect(accounts.logArchive).toBeUndefined();
  expect(rootAccess.securityContact).toBeUndefined();
});
