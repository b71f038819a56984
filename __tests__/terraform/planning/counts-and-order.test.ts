import { changeCounts, hasChanges } from "../../../terraform/planning/change-counts";
import { dependencyOrder } from "../../../terraform/planning/dependency-order";
import { usedProviders } from "../../../terraform/planning/plan-stacks";
import { readPlanJson } from "../../../terraform/planning/plan-json";
import { sideBySide } from "../../../terraform/planning/side-by-side";

const resource = (actions: readonly string[], more: object = {}, change: object = {}) => ({
  address: "aws_iam_role.a",
  mode: "managed",
  type: "aws_iam_role",
  change: { actions, ...change },
  ...more,
});
const counted = (...resource_changes: readonly object[]) =>
  changeCounts(JSON.stringify({ format_version: "1.2", resource_changes }));

test.each([
  [resource(["create"]), { add: 1 }],
  [resource(["update"]), { change: 1 }],
  [resource(["delete"]), { destroy: 1 }],
  [resource(["delete", "create"]), { replace: 1 }],
  [resource(["create", "delete"]), { replace: 1 }],
  [resource(["forget"]), { forget: 1 }],
  [resource(["no-op"], {}, { importing: { id: "a" } }), { import: 1 }],
  [resource(["update"], {}, { importing: { id: "a" } }), { import: 1, change: 1 }],
  [resource(["no-op"], { previous_address: "aws_iam_role.b" }), { move: 1 }],
  [resource(["no-op"]), {}],
  [resource(["read"], { mode: "data" }), {}],
])("%j counts as %j", (each, expected) => {
  const nothing = { add: 0, change: 0, destroy: 0, import: 0, replace: 0, forget: 0, move: 0, output: 0 };
  expect(counted(each)).toEqual({ ...nothing, ...expected });
  expect(hasChanges(counted(each))).toBe(Object.keys(expected).length > 0);
});

test("an output that changes is a change", () => {
  const plan = { format_version: "1.2", output_changes: { a: { actions: ["update"] }, b: { actions: ["no-op"] } } };
  expect(changeCounts(JSON.stringify(plan)).output).toBe(1);
});

test.each([
  "null",
  "{}",
  '{"format_version":"2.0"}',
  '{"format_version":"1.2","errored":true}',
  '{"format_version":"1.2","complete":false}',
])("%s is no complete plan", (text) =>
  expect(() => readPlanJson(text)).toThrow(/must (have format_version 1.x|be complete)/),
);

test("stacks come after those that they depend on", () => {
  expect(dependencyOrder({ c: ["b"], a: [], b: ["a"], d: ["a"] })).toEqual(["a", "b", "c", "d"]);
  expect(() => dependencyOrder({ a: ["b"], b: ["a"] })).toThrow("stacks must not wait for each other, got a, b");
});

test("providers count that something uses, not those that are only declared", () => {
  const body = { provider: "aws.one" };
  const stack = {
    provider: { aws: [{}, {}, {}] },
    resource: { t: { a: body, b: body, c: {} } },
    data: { t: { d: { provider: "aws.two" } } },
  };
  expect(usedProviders(JSON.stringify(stack))).toBe(2);
});

describe("side by side", () => {
  /** Most items and most weight at a time, and the results. */
  async function run(items: readonly number[], atOnce: number, weight: number) {
    const [running, most] = [new Set<number>(), { items: 0, weight: 0 }];
    const results = await sideBySide(items, { atOnce, weight, weightOf: (item) => item }, async (item) => {
      running.add(item);
      most.items = Math.max(most.items, running.size);
      most.weight = Math.max(
        most.weight,
        [...running].reduce((sum, each) => sum + each, 0),
      );
      await new Promise((resolve) => setTimeout(resolve, 5 / item));
      running.delete(item);
      return item * 2;
    });
    return { most, results };
  }

  test("no more than so many at a time, with results in order", async () => {
    expect(await run([1, 2, 3, 4, 5], 2, 100)).toMatchObject({ most: { items: 2 }, results: [2, 4, 6, 8, 10] });
  });

  test("no more than so much at a time; what is heavier runs alone", async () => {
    expect((await run([3, 4, 9, 5, 1], 5, 8)).most).toEqual({ items: 2, weight: 9 });
  });

  test("one that fails is an error once the others have ended", async () => {
    const ended: number[] = [];
    const work = async (item: number) => {
      await new Promise((resolve) => setTimeout(resolve, item));
      ended.push(item);
      if (item === 1) throw new Error("one");
    };
    await expect(sideBySide([1, 9], { atOnce: 2, weight: 9, weightOf: () => 1 }, work)).rejects.toThrow("one");
    expect(ended).toEqual([1, 9]);
  });
});
