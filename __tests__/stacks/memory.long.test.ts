import type { BaselineConfig } from "../../config";
import { configuration, withoutLogArchive } from "../support/configuration";
import { inForm } from "../support/examples";
import { stack, synth } from "../support/synth";
import { at, type Body } from "../support/terraform";

interface Memory extends Body {
  readonly input: unknown;
  readonly lifecycle: { readonly ignore_changes: readonly string[]; readonly postcondition: readonly Body[] };
}

const REGIONS = "terraform_data.regions-of-threat-detection";
const regionsOf = (config: BaselineConfig) => at(stack(config, "threat-detection"), REGIONS) as Memory;
const remembers = (config: BaselineConfig): unknown =>
  JSON.parse(/^\$\{tomap\((.*)\)\}$/.exec(String(regionsOf(config).input))?.[1] ?? "null");
const keeps = (config: BaselineConfig, key: string): boolean =>
  regionsOf(config).lifecycle.ignore_changes.includes(`input[${JSON.stringify(key)}]`);

const leaving = (step: "members" | "everything") =>
  configuration({ regions: ["us-east-1"], leavingRegions: { "eu-west-1": step } });
const autoEnable = (config: BaselineConfig, region: string) =>
  at(stack(config, "threat-detection"), `aws_guardduty_organization_configuration.${region}_organization`)[
    "auto_enable_organization_members"
  ];

describe("the place of a stack", () => {
  test("is remembered by every stack, with the accounts as they are and what each of them refuses", () => {
    for (const [name, terraform] of Object.entries(synth(configuration()).stacks)) {
      const { input, lifecycle } = at(terraform, `terraform_data.place-of-${name}`) as Memory;
      expect([name, input]).toEqual([
        name,
        {
          homeRegion: "us-east-1",
          "accounts.management.id": "111111111111",
          "accounts.security.id": "222222222222",
          "accounts.logArchive.id": "333333333333",
        },
      ]);
      expect(lifecycle.ignore_changes).toEqual(["input"]);
      expect(lifecycle.postcondition).toHaveLength(4);
    }
  });

  test("of the log archive is the management account where none is named", () => {
    const { management, security } = configuration().accounts;
    const { input } = at(
      stack(withoutLogArchive({ accounts: { management, security } }), "audit-trail"),
      "terraform_data.place-of-audit-trail",
    );
    expect(input).toMatchObject({ "accounts.logArchive.id": "111111111111" });
  });

  test("is forgotten where it is released, and only there", () => {
    const released = synth(configuration({ release: ["terraform_data.place-of-guardrails"] })).stacks;
    const memories = (name: string) => Object.keys(released[name]?.resource?.["terraform_data"] ?? {});
    expect(memories("guardrails")).toEqual(["provider-of-guardrails"]);
    expect(memories("root-access")).toEqual(["place-of-root-access", "provider-of-root-access"]);
  });
});

describe("the provider that wrote the state of a stack", () => {
  const memoryIn = (form: "portable" | "6", name: string) =>
    at(stack(inForm(configuration(), form), name), `terraform_data.provider-of-${name}`) as Memory;

  test.each(Object.keys(synth(configuration()).stacks))(
    "is noted by %s in the portable form, by its schema",
    (name) => {
      const { input, lifecycle } = memoryIn("portable", name);
      expect(input).toEqual({
        provider: '${contains(keys(data.aws_region.provider-schema), "region") ? "6" : "5"}',
      });
      expect(lifecycle).toBeUndefined();
    },
  );

  test.each(Object.keys(synth(configuration()).stacks))("must be the newer one in the compact form of %s", (name) => {
    const { input, lifecycle } = memoryIn("6", name);
    expect(input).toEqual({ provider: "6" });
    expect(lifecycle.ignore_changes).toEqual(["input"]);
    expect(lifecycle.postcondition).toMatchObject([{ condition: '${self.input.provider == "6"}' }]);
  });
});

describe("the Regions of GuardDuty", () => {
  test("are remembered, and of those that are not named whatever was remembered before", () => {
    expect(remembers(configuration())).toEqual({ here: "GuardDuty", "us-east-1": "governed", "eu-west-1": "governed" });
    for (const key of ["eu-west-1", "eu-west-1 is empty"]) {
      expect([key, keeps(configuration(), key)]).toEqual([key, false]);
      expect([key, keeps(configuration({ regions: ["us-east-1"] }), key)]).toEqual([key, true]);
    }
  });

  test("are the same in both forms and in any order", () => {
    const other = configuration({ regions: ["eu-west-1", "us-east-1"] });
    expect(remembers(other)).toEqual(remembers(configuration()));
    expect(regionsOf(inForm(configuration(), "6"))).toEqual(regionsOf(configuration()));
  });

  test("are left by their members first: nobody becomes one by itself, and all the rest stays", () => {
    expect(remembers(leaving("members"))).toMatchObject({ "eu-west-1": "leaving" });
    expect([autoEnable(leaving("members"), "eu-west-1"), autoEnable(leaving("members"), "us-east-1")]).toEqual([
      "NONE",
      "ALL",
    ]);
    const { resource = {} } = stack(leaving("members"), "threat-detection");
    const before = stack(configuration(), "threat-detection").resource ?? {};
    for (const [type, bodies] of Object.entries(before))
      expect([type, Object.keys(resource[type] ?? {}).sort()]).toEqual([type, Object.keys(bodies).sort()]);
  });

  test("are then left by everything, and what the members' step remembered is kept to be asked for", () => {
    const config = leaving("everything");
    expect(remembers(config)).toEqual({ here: "GuardDuty", "us-east-1": "governed", "eu-west-1 is empty": "yes" });
    expect(keeps(config, "eu-west-1")).toBe(true);
    expect(JSON.stringify(stack(config, "threat-detection").resource)).not.toContain("eu-west-1_");
  });

  test("are not asked for where their detectors and designation are released", () => {
    const release = [
      "aws_guardduty_detector.eu-west-1_security_detector",
      "aws_guardduty_detector.eu-west-1_management_detector",
      "aws_guardduty_organization_admin_account.eu-west-1_administrator",
    ];
    const config = (addresses: readonly string[]) => configuration({ regions: ["us-east-1"], release: [...addresses] });
    expect(keeps(config(release), "eu-west-1")).toBe(false);
    expect(keeps(config(release.slice(1)), "eu-west-1")).toBe(true);
  });

  test("whatever the stack has in a Region is destroyed before the Region is noted as empty", () => {
    const { resource = {} } = stack(configuration(), "threat-detection");
    const roots = Object.entries(resource).flatMap(([type, bodies]) =>
      ["aws_guardduty_detector", "aws_cloudwatch_event_rule"].includes(type) ? Object.values(bodies) : [],
    );
    expect(roots.length).toBeGreaterThanOrEqual(8);
    for (const body of roots) expect(body["depends_on"]).toContain(REGIONS);
  });
});
