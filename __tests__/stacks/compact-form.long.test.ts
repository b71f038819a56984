import { CONFIGURATIONS, inForm } from "../support/examples";
import { bindingProblems } from "../support/bindings";
import { synth } from "../support/synth";
import { accountOf, type Body, awsElementsOf, providerOf, type Terraform } from "../support/terraform";

const OWNED = "aws_organizations_organization.organization-settings_owned";

/** By which provider a state was written, only the portable form has to ask: the other has a newer one. */
const ASKED = "data.aws_region.provider-schema";

const without = (body: Body, ...keys: readonly string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));

/** A stack but for its elements, and for the versions and providers that the form decides. */
const frame = (stack: Terraform): Body => ({
  ...without({ ...stack }, "resource", "data", "provider"),
  terraform: without(stack.terraform, "required_providers"),
});

describe.each(CONFIGURATIONS)("compact form of %s", (_name, config) => {
  const portable = synth(inForm(config, "portable")).stacks;
  const compact = synth(inForm(config, "6")).stacks;
  const pairs = Object.entries(portable).flatMap(([name, stack]) => {
    const other = compact[name];
    return other === undefined ? [] : [{ name, stack, other }];
  });

  test("has the same stacks, and everything in them but elements, providers and their version is the same", () => {
    expect(pairs).toHaveLength(5);
    for (const { stack, other } of pairs) expect(frame(other)).toEqual(frame(stack));
  });

  test("equals the portable form address by address but for provider and region", () => {
    const bodies = (stack: Terraform) =>
      Object.fromEntries(
        awsElementsOf(stack).map((element) => [
          element.address,
          // What an owned organization may hold is asked by form: provider 5.100 knows fewer policy types.
          without(element.body, "provider", "region", ...(element.address === OWNED ? ["lifecycle"] : [])),
        ]),
      );
    for (const { stack, other } of pairs) expect({ ...bodies(other), [ASKED]: {} }).toEqual(bodies(stack));
  });

  test("puts every element into the same account, and where it names a Region into the same Region", () => {
    for (const { stack, other } of pairs) {
      const places = new Map(
        awsElementsOf(stack).map((element) => [
          element.address,
          { account: accountOf(stack, element), region: providerOf(stack, element)?.region },
        ]),
      );
      for (const element of awsElementsOf(other)) {
        const place = places.get(element.address);
        expect([element.address, accountOf(other, element)]).toEqual([element.address, place?.account]);
        if ("region" in element.body)
          expect([element.address, element.body["region"]]).toEqual([element.address, place?.region]);
      }
    }
  });
});

test("every type that has a Region in the bindings of provider 6 names it, and no other does", () => {
  const elements = CONFIGURATIONS.flatMap(([, config]) =>
    Object.values(synth(inForm(config, "6")).stacks).flatMap(awsElementsOf),
  );
  const uses = elements.map(({ address, type, body }) => ({
    type: address.startsWith("data.") ? `data_${type}` : type,
    namesRegion: "region" in body,
  }));
  expect(uses.filter(({ namesRegion }) => namesRegion).length).toBeGreaterThan(100);
  expect(bindingProblems(uses)).toEqual([]);
});

test("the compiler refuses a Region on a global type, and its absence on a regional one", () => {
  expect(bindingProblems([{ type: "aws_iam_role", namesRegion: true }])).toEqual(["aws_iam_role names a region: true"]);
  expect(bindingProblems([{ type: "aws_s3_bucket", namesRegion: false }])).toEqual([
    "aws_s3_bucket names a region: false",
  ]);
});
