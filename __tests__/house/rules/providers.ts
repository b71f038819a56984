import { regionsOf } from "../../../catalogue/partitions";
import { blueprintOf } from "../../../config";
import { CASES, CONFIGURATIONS, inForm } from "../../support/examples";
import { synth } from "../../support/synth";
import { awsElementsOf, type Provider, providerOf, usedProvidersOf } from "../../support/terraform";

describe.each(CASES)("providers of %s", (_name, config) => {
  const { stacks, baseline } = synth(config);

  test("every resource and data source names a provider that its stack declares", () => {
    const implicit = Object.entries(stacks).flatMap(([name, stack]) =>
      awsElementsOf(stack)
        .filter((element) => providerOf(stack, element) === undefined)
        .map(({ address }) => `${name}: ${address}`),
    );
    expect(implicit).toEqual([]);
  });

  test("every provider has an alias of its own, so none is the default", () => {
    for (const stack of Object.values(stacks)) {
      const aliases = stack.provider.aws.map(({ alias }) => alias);
      expect(aliases.filter((alias) => !/^[a-z][a-z0-9-]+$/.test(alias))).toEqual([]);
      expect(new Set(aliases).size).toBe(aliases.length);
      expect(Object.keys(stack.provider)).toEqual(["aws"]);
    }
  });

  test("whatever a stack may have had in a Region of its accounts has a provider, which is idle and creates nothing", () => {
    const { partition, accounts } = blueprintOf(baseline);
    const regions = baseline.terraform.awsProvider === "portable" ? regionsOf(partition) : [baseline.homeRegion];
    for (const [name, stack] of Object.entries(stacks)) {
      const used = usedProvidersOf(stack);
      expect(stack.provider.aws.filter((one) => !used.includes(one) && "default_tags" in one)).toEqual([]);
      const places = (of: readonly Provider[]) =>
        of.map(({ allowed_account_ids: [account = ""], region }) => `${account} ${region}`).sort();
      const parts = { "root-access": ["security"], "audit-trail": ["logArchive"], "threat-detection": ["security"] };
      const ids = [
        accounts.management.id,
        ...Object.entries(parts).flatMap(([stackName, [part]]) =>
          stackName === name && part !== undefined ? [accounts[part as "security" | "logArchive"].id] : [],
        ),
      ];
      const wanted = [...new Set(ids)].flatMap((id) => regions.map((region) => `${id} ${region}`)).sort();
      expect([name, places(stack.provider.aws)]).toEqual([name, wanted]);
    }
  });

  test("every provider is pinned to exactly one account of the configuration", () => {
    const { management, security, logArchive } = baseline.accounts;
    const accounts = [management.id, security.id, ...(logArchive === undefined ? [] : [logArchive.id])];
    for (const stack of Object.values(stacks))
      for (const provider of stack.provider.aws) {
        expect(provider.allowed_account_ids).toHaveLength(1);
        expect(accounts).toContain(provider.allowed_account_ids[0]);
      }
  });

  test("only the management account is reached without assuming a role", () => {
    for (const stack of Object.values(stacks))
      for (const provider of stack.provider.aws)
        expect([provider.alias, provider["assume_role"] !== undefined]).toEqual([
          provider.alias,
          provider.allowed_account_ids[0] !== baseline.accounts.management.id,
        ]);
  });

  test("every provider tags what it creates", () => {
    for (const stack of Object.values(stacks))
      for (const provider of usedProvidersOf(stack))
        expect(provider.default_tags).toEqual([{ tags: { ...baseline.terraform.defaultTags, ...baseline.tags } }]);
  });
});

test.each(CONFIGURATIONS)("the compact form of %s has one provider for each account", (_name, config) => {
  for (const stack of Object.values(synth(inForm(config, "6")).stacks)) {
    const accounts = stack.provider.aws.map(({ allowed_account_ids: [account] }) => account);
    expect(new Set(accounts).size).toBe(accounts.length);
  }
});
