import { targetSlug } from "../../config";

describe("targetSlug", () => {
  it.each([
    ["root", "root"],
    ["111111111111", "111111111111"],
    ["ou-abcd-11111111", "ou-abcd-11111111"],
    ["Workloads/Prod", "Workloads_Prod"],
    ["Suspended Accounts/A_B", "Suspended-Accounts_A-B"],
    ["Öffentlich/日本 😀", "-ffentlich_----"],
    ['${"x"}', "---x--"],
  ])("of %s is %s", (target, slug) => {
    expect(targetSlug(target)).toBe(slug);
  });
});
