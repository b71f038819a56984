import type { BaselineConfig } from "../../config";
import { configuration, withTrail, withoutLogArchive } from "../support/configuration";
import { inForm } from "../support/examples";
import { stack, synth } from "../support/synth";
import { type Terraform, usedProvidersOf } from "../support/terraform";

const aliases = (stack: Terraform) => usedProvidersOf(stack).map(({ alias }) => alias);
const variables = (config: BaselineConfig, name: string) => stack(config, name).variable ?? {};

const accounts = {
  ...configuration().accounts,
  security: { id: "222222222222", deployRole: "AWSControlTowerExecution" },
};

describe("roles that are assumed", () => {
  test("each is an ephemeral variable with the configured role as default", () => {
    expect(variables(configuration({ accounts }), "threat-detection")).toEqual({
      security_role_arn: {
        type: "string",
        description: "Role that Terraform assumes in account 222222222222",
        default: "arn:aws:iam::222222222222:role/AWSControlTowerExecution",
        ephemeral: true,
      },
    });
    expect(variables(configuration(), "audit-trail")).toMatchObject({
      log_archive_role_arn: {
        default: "arn:aws:iam::333333333333:role/OrganizationAccountAccessRole",
        ephemeral: true,
      },
    });
  });

  test("every provider outside the management account assumes the role of its variable", () => {
    const used = usedProvidersOf(stack(configuration(), "threat-detection"));
    const assumed = [{ role_arn: "${var.security_role_arn}" }];
    expect(Object.fromEntries(used.map(({ alias, assume_role: role }) => [alias, role]))).toEqual({
      "management-eu-west-1": undefined,
      "management-us-east-1": undefined,
      "security-eu-west-1": assumed,
      "security-us-east-1": assumed,
    });
  });

  test("a stack asks for no role of an account in which it never has anything", () => {
    const asked = Object.entries(synth(configuration()).stacks).map(([name, { variable = {} }]) => [
      name,
      Object.keys(variable),
    ]);
    expect(Object.fromEntries(asked)).toEqual({
      alarms: ["security_role_arn"],
      "audit-trail": ["log_archive_role_arn"],
      guardrails: [],
      "root-access": ["security_role_arn"],
      "threat-detection": ["security_role_arn"],
    });
    // What was there before can still be destroyed: the second channel that is given up is in the security account.
    const { subscriptions } = configuration().alerting;
    expect(variables(configuration({ alerting: { subscriptions } }), "alarms")).toHaveProperty("security_role_arn");
  });
});

describe("forms", () => {
  test("portable: one provider for each account and Region that the stack works in", () => {
    const { stacks } = synth(configuration());
    expect(
      Object.fromEntries(Object.entries(stacks).map(([name, terraform]) => [name, [...aliases(terraform)].sort()])),
    ).toEqual({
      alarms: ["management-us-east-1", "security-us-east-1"],
      "audit-trail": ["log-archive-us-east-1", "management-us-east-1"],
      guardrails: ["management-us-east-1"],
      "root-access": ["management-us-east-1", "security-us-east-1"],
      "threat-detection": ["management-eu-west-1", "management-us-east-1", "security-eu-west-1", "security-us-east-1"],
    });
  });

  test("compact: one provider for each account, with the home Region", () => {
    const { provider } = stack(inForm(configuration(), "6"), "threat-detection");
    expect(provider.aws.map(({ alias, region }) => [alias, region])).toEqual([
      ["management", "us-east-1"],
      ["security", "us-east-1"],
    ]);
  });

  test("without a log archive account its part of the work is the management account's, by one provider", () => {
    const { management, security } = configuration().accounts;
    expect(aliases(stack(withoutLogArchive({ accounts: { management, security } }), "audit-trail"))).toEqual([
      "management-us-east-1",
    ]);
  });
});

test("tags of the baseline and of the company are on everything", () => {
  const config = {
    ...withTrail({}),
    tags: { Owner: "security" },
    terraform: { ...configuration().terraform, defaultTags: { CostCenter: "42" } },
  };
  for (const terraform of Object.values(synth(config).stacks))
    for (const { default_tags: tags } of usedProvidersOf(terraform))
      expect(tags).toEqual([{ tags: { CostCenter: "42", Owner: "security" } }]);
});
