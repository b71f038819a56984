import { accepts, refuses } from "../expectations";

const many = (count: number, prefix: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, "x"]));

describe("tags", () => {
  accepts([["45 tags together", { tags: many(40, "a"), "terraform.defaultTags": many(5, "b") }]]);
  refuses([
    [
      "a key in both",
      { "terraform.defaultTags": { OWNER: "x" } },
      [
        'terraform.defaultTags.OWNER must have a key of its own: tags.Owner has it already, and case does not count, got "OWNER"',
      ],
    ],
    [
      "keys that differ in case only",
      { tags: { "cost-centre": "1", "Cost-Centre": "2" } },
      [
        'tags["Cost-Centre"] must have a key of its own: tags["cost-centre"] has it already, and case does not count, got "Cost-Centre"',
      ],
    ],
    [
      "more than a resource can carry",
      { tags: many(40, "a"), "terraform.defaultTags": many(6, "b") },
      ["tags must hold at most 45 tags together with terraform.defaultTags, got 46"],
    ],
  ]);
});
