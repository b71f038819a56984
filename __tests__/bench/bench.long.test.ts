import { machineSentence, withTopics } from "../../bench/document";
import { judgeGrowth } from "../../bench/growth";
import { interleaved, median, warmUp } from "../../bench/rounds";
import { forProvider, inOneRegion } from "../../bench/one-region";
import { benchOptions, HELP } from "../../bench/options";
import { withRegions, withTargets } from "../../bench/sized-configuration";
import { verdict } from "../../bench/report";
import { toolVersions } from "../../bench/trial";
import { parseConfig } from "../../config";

describe("the median", () => {
  test.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])("of %j is %d", (values, expected) => expect(median(values)).toBe(expected));

  test("of nothing does not exist", () => expect(() => median([])).toThrow("at least one value, got none"));
});

describe("growth", () => {
  const costs = (cost: (size: number) => number, sizes = [1, 17, 34]) =>
    sizes.map((size) => ({ size, cost: cost(size) }));

  test.each([
    ["constant", (): number => 7],
    ["linear", (size: number) => 3 * size],
    ["linear with a fixed part", (size: number) => 1000 + 3 * size],
    ["logarithmic", (size: number) => Math.log(size)],
    ["n log n", (size: number) => size * Math.log(size)],
  ])("that is %s is no worse than linear", (_, cost) => expect(judgeGrowth(costs(cost)).linear).toBe(true));

  test.each([
    ["regions", [1, 17, 34]],
    ["targets", [10, 250, 500]],
  ])("that is quadratic in %s is worse, whatever the fixed part", (_, sizes) => {
    expect(judgeGrowth(costs((size) => 1e9 + size * size, sizes)).linear).toBe(false);
  });

  test("is told per unit, whatever the order of the sizes", () => {
    const growth = judgeGrowth(costs((size) => 5 * size, [30, 10, 20]));
    expect(growth).toEqual({ perUnit: [5, 5], ratio: 1, linear: true });
  });

  test("that costs nothing at first and much later is worse", () => {
    expect(judgeGrowth(costs((size) => Math.max(0, size - 17))).linear).toBe(false);
  });

  test("cannot be judged by two sizes", () => {
    expect(() => judgeGrowth(costs(Number, [1, 2]))).toThrow("at least three sizes, got 2");
  });
});

describe("the document", () => {
  const topic = { id: "t", title: "T", columns: ["A"], rows: [["1"]], notes: ["How."], met: true };
  const document = "Before\n\n<!-- bench: t -->\nold\n<!-- end of bench -->\n\nAfter\n";

  test("keeps what stands around a section", () => {
    const written = withTopics(document, [topic], "Where.");
    expect(written).toBe(
      "Before\n\n<!-- bench: t -->\n\n| A   |\n| --- |\n| 1   |\n\nHow.\n\nWhere.\n\n<!-- end of bench -->\n\nAfter\n",
    );
    expect(withTopics(written, [topic], "Where.")).toBe(written);
  });

  test("must have the section", () => {
    expect(() => withTopics("nothing", [topic], "")).toThrow("must have a section between <!-- bench: t -->");
  });

  test("describes the machine", () => {
    expect(machineSentence(["Terraform v1.11.4"], new Date("2026-01-02T03:04:05Z"))).toMatch(
      /^Measured on 2026-01-02: \d+ cores.*, \d+\.\d\d GB of memory, .*, Node v.*, Terraform v1\.11\.4, load average \d+\.\d\.$/,
    );
  });
});

test("cases take turns after the warm-up", async () => {
  const order: string[] = [];
  const measure = (name: string) => Promise.resolve(order.push(name));
  await warmUp(["a", "b"], measure);
  await expect(interleaved(["a", "b"], 2, measure)).resolves.toEqual([
    [3, 5],
    [4, 6],
  ]);
  expect(order).toEqual(["a", "b", "a", "b", "a", "b"]);
});

describe("the command line", () => {
  test.each([
    [[], { quick: false, plans: true, deploy: false, write: false }],
    [["--quick"], { quick: true, plans: false }],
    [["--quick", "--plans"], { quick: true, plans: true }],
    [["--no-plans", "--write"], { plans: false, write: true }],
    [["--deploy"], { plans: true, deploy: true }],
  ])("%j", (args, expected) => expect(benchOptions(args)).toMatchObject(expected));

  test.each([
    [["--plan"], "bench options must be among --help, --quick, --plans, --no-plans, --deploy, --write, got --plan"],
    [["plans"], "got plans"],
    [["--plans", "--no-plans"], "--plans and --no-plans must not be given together"],
  ])("%j is refused in one sentence", (args, problem) => {
    expect(() => benchOptions(args)).toThrow(problem);
  });

  test("help names every option", () => {
    expect(benchOptions(["--help"])).toMatchObject({ help: true });
    for (const option of ["--quick", "--plans", "--no-plans", "--deploy", "--write", "--help"])
      expect(HELP).toContain(`  ${option} `);
  });
});

describe("configurations by size", () => {
  test.each([1, 17, 34])("%d Regions are accepted", (count) => {
    expect(parseConfig(withRegions(count)).regions).toHaveLength(count);
  });

  test.each([10, 500])("%d targets are accepted, accounts and units", (count) => {
    const { attach } = parseConfig(withTargets(count)).guardrails;
    const canaries = attach.filter(({ targets }) => !targets.includes("root"));
    expect(canaries.length).toBeGreaterThan(0);
    for (const { targets } of canaries) {
      expect(targets).toHaveLength(count);
      expect(targets.filter((target) => target.startsWith("ou-"))).toHaveLength(count / 2);
    }
  });

  test("more Regions than there are is refused", () => {
    expect(() => withRegions(1000)).toThrow(/must be at most \d+, got 1000/);
  });
});

test("the compact form in one Region loses `region` of resources and data, and of nothing else", () => {
  const compact = {
    provider: { aws: [{ region: "us-east-1" }] },
    resource: { aws_x: { a: { region: "eu-west-1", name: "a" } } },
    data: { aws_y: { b: { region: "eu-west-1" } } },
  };
  expect(inOneRegion(compact)).toEqual({
    provider: { aws: [{ region: "us-east-1" }] },
    resource: { aws_x: { a: { name: "a" } } },
    data: { aws_y: { b: {} } },
  });
  expect(inOneRegion({ provider: {} })).toEqual({ provider: {} });
});

test("a stack is planned by the provider at hand", () => {
  const stack = { terraform: { required_version: ">= 1.10", required_providers: { aws: { version: ">= 6" } } } };
  expect(forProvider(stack, "5.100.0")).toEqual({
    terraform: {
      required_version: ">= 1.10",
      required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } },
    },
  });
});

test("versions are read from what Terraform prints", () => {
  const output = "Terraform v1.11.4\non linux_amd64\n+ provider registry.terraform.io/hashicorp/aws v5.100.0\n";
  expect(toolVersions(output)).toEqual({ tool: "Terraform v1.11.4", provider: "5.100.0" });
  expect(() => toolVersions("Terraform v1.11.4")).toThrow("must name itself and the AWS provider");
});

test.each([
  [true, "met"],
  [false, "MISSED"],
])("%s reads %s", (met, text) => expect(verdict(met)).toBe(text));
