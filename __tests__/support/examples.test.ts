import { blueprintOf, parseConfig } from "../../config";
import { CASES, CONFIGURATIONS, EXAMPLE_NAMES } from "./examples";

test("the house rules are held over every kind of organization that we ship an example for", () => {
  expect(EXAMPLE_NAMES).toEqual(
    expect.arrayContaining([
      "control-tower",
      "existing-organization",
      "govcloud",
      "greenfield",
      "single-region-minimal",
    ]),
  );
  expect(CASES).toHaveLength(2 * EXAMPLE_NAMES.length);
});

test("they are held over one Region, two and seventeen", () => {
  const counts = CONFIGURATIONS.map(([, config]) => blueprintOf(parseConfig(config)).governedRegions.length);
  expect(counts).toEqual(expect.arrayContaining([1, 2, 17]));
});
