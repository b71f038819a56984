import { clashes, distinct, Target, unitsOf } from "../../../config/blueprint/target";

const ofPath = (path: string) => new Target(path).units;

describe("the kind of a target", () => {
  it.each([
    ["root", "root"],
    ["444444444444", "account"],
    ["ou-ab12-11111111", "unit"],
    ["Workloads", "path"],
    ["Workloads/Prod", "path"],
    // Names that only look like ids.
    ["44444444444", "path"],
    ["ou-ab12", "path"],
    ["root-like", "path"],
  ])("of %s is %s", (text, kind) => {
    expect(new Target(text).kind).toBe(kind);
  });

  it("says the account of an account alone", () => {
    expect(["root", "444444444444", "Workloads"].map((text) => new Target(text).account)).toEqual([
      undefined,
      "444444444444",
      undefined,
    ]);
  });
});

describe("the address of a target", () => {
  it.each([
    ["root", "root"],
    ["111111111111", "111111111111"],
    ["ou-abcd-11111111", "ou-abcd-11111111"],
    ["Workloads/Prod", "Workloads_Prod"],
    ["Suspended Accounts/A_B", "Suspended-Accounts_A-B"],
    ["Öffentlich/日本 😀", "-ffentlich_----"],
    ['${"x"}', "---x--"],
  ])("of %s is %s", (text, address) => {
    expect(new Target(text).address).toBe(address);
  });
});

describe("what leads to a target", () => {
  it("is every unit of its path, from the top down, as it is looked up", () => {
    expect(ofPath("Work loads/Prod")).toEqual([
      { path: "Work loads", name: "Work loads", parent: "", address: "Work-loads" },
      { path: "Work loads/Prod", name: "Prod", parent: "Work loads", address: "Work-loads_Prod" },
    ]);
    expect(new Target("A/B/C").way.map(({ text }) => text)).toEqual(["A", "A/B", "A/B/C"]);
  });

  it.each(["root", "444444444444", "ou-ab12-11111111"])("is nothing but %s itself where it is no path", (text) => {
    expect(ofPath(text)).toEqual([]);
    expect(new Target(text).way.map((target) => target.text)).toEqual([text]);
  });

  it("comes once for several targets, parents first", () => {
    const units = unitsOf(["B/A/X", "root", "A", "B/C", "B/A"].map((text) => new Target(text)));
    expect(units.map(({ path }) => path)).toEqual(["A", "B", "B/A", "B/C", "B/A/X"]);
  });
});

describe("two targets", () => {
  const clash = (text: string, other: string) => clashes([new Target(other), new Target(text)])[1];

  it("are the same where their texts are", () => {
    expect(new Target("A").equals(new Target("A"))).toBe(true);
    expect(new Target("A").equals(new Target("A/B"))).toBe(false);
    expect(distinct(["A", "root", "A"].map((text) => new Target(text))).map(({ text }) => text)).toEqual(["A", "root"]);
  });

  it("clash where an address cannot tell them apart", () => {
    expect(clash("Workloads/A_B", "Workloads/A B")).toBe("Workloads/A B");
    expect(clash("ou-ab12-11111111", "ou ab12 11111111")).toBe("ou ab12 11111111");
  });

  it("clash where an address cannot tell the units above them apart", () => {
    expect(clash("a-/y", "a😀/x")).toBe("a😀");
  });

  it("do not clash otherwise", () => {
    expect(clash("a--/y", "a😀/x")).toBeUndefined();
    expect(clash("a/b/y", "a_b/x")).toBeUndefined();
    expect(clash("a/x", "a/y")).toBeUndefined();
    expect(clash("a", "a")).toBeUndefined();
    // The children of neither a- nor a😀 are looked up twice.
    expect(clash("a-", "a😀/x")).toBeUndefined();
  });
});
