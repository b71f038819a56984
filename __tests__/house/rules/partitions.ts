import { PARTITIONS, regionsOf } from "../../../catalogue/partitions";
import { blueprintOf } from "../../../config";
import { CASES, example, FORMS, inForm } from "../../support/examples";
import { jsonTexts } from "../../support/policies";
import { synth } from "../../support/synth";
import { awsElementsOf, regionOf, textsIn } from "../../support/terraform";

const ALL_REGIONS = PARTITIONS.flatMap(regionsOf);

/** Partitions of the ARNs in a text; `*` stands for any. */
const partitionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\barn:([^:"\s]*):/g)].map(([, id]) => id ?? "");

describe.each(CASES)("partition of %s", (_name, config) => {
  const { stacks, baseline } = synth(config);
  const { id } = blueprintOf(baseline).partition;

  test("every ARN in a policy is of the partition, or of any", () => {
    const found = Object.values(stacks)
      .flatMap(jsonTexts)
      .flatMap(({ text }) => partitionsIn(text));
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((one) => one !== id && one !== "*")).toEqual([]);
  });

  test("every ARN elsewhere is of the partition, or of any", () => {
    const found = textsIn(stacks).flatMap(({ text }) => partitionsIn(text));
    expect(found.filter((one) => one !== id && one !== "*")).toEqual([]);
  });

  test("nothing lives in a Region of another partition", () => {
    const regions = Object.values(stacks).flatMap((stack) =>
      awsElementsOf(stack).map((element) => regionOf(stack, element)),
    );
    expect(regions.filter((region) => !regionsOf(blueprintOf(baseline).partition).includes(String(region)))).toEqual(
      [],
    );
  });

  test("no text names a Region of another partition", () => {
    const own = regionsOf(blueprintOf(baseline).partition);
    const named = ALL_REGIONS.filter((region) => textsIn(stacks).some(({ text }) => text.includes(region)));
    expect(named).toContain(baseline.homeRegion);
    expect(named.filter((region) => !own.includes(region))).toEqual([]);
  });
});

test.each(FORMS)("GovCloud's output in the form %s never names us-east-1", (form) => {
  const { files } = synth(inForm(example("govcloud"), form));
  expect(Object.entries(files).filter(([, text]) => text.includes("us-east-1"))).toEqual([]);
});
