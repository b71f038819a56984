import { CASES } from "../../support/examples";
import { synth } from "../../support/synth";
import { at } from "../../support/terraform";

test.each(CASES)("every stack of %s begins by asking whose organization it is", (_name, config) => {
  const { stacks, baseline } = synth(config);
  const asked = [
    `\${self.id == "${baseline.organization.id}"}`,
    `\${self.master_account_id == "${baseline.accounts.management.id}"}`,
    '${self.feature_set == "ALL"}',
  ];
  for (const [name, stack] of Object.entries(stacks)) {
    const { lifecycle } = at(stack, "data.aws_organizations_organization.organization_live") as {
      readonly lifecycle: { readonly postcondition: readonly { readonly condition: string }[] };
    };
    const conditions = lifecycle.postcondition.map(({ condition }) => condition);
    expect([name, conditions.slice(0, 3)]).toEqual([name, asked]);
  }
});

test.each(CASES)("every condition of %s has a message that says what must hold and what was found", (_name, config) => {
  const found: string[] = [];
  JSON.stringify(synth(config).stacks, (key, value: unknown) => {
    if (key === "error_message") found.push(String(value));
    return value;
  });
  expect(found.length).toBeGreaterThanOrEqual(15);
  expect(found.filter((message) => !/ must .+, got /.test(message))).toEqual([]);
});
