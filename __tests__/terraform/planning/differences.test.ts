import { differences } from "../../../terraform/planning/differences";
import { normalizedChanges } from "../../../terraform/planning/normalized-changes";

const change = (actions: readonly string[], parts: object = {}, more: object = {}) => ({
  address: "aws_iam_role.a",
  mode: "managed",
  type: "aws_iam_role",
  change: { actions, before: null, after: null, ...parts },
  ...more,
});
const plan = (...resource_changes: readonly object[]) => JSON.stringify({ format_version: "1.2", resource_changes });
const update = (before: object, after: object, more: object = {}) => change(["update"], { before, after, ...more });

/** In what the two differ, as address and names of attributes. */
const between = (reviewed: string, now: string) =>
  differences(normalizedChanges(reviewed), normalizedChanges(now)).map(({ address, attributes }) =>
    [address, ...attributes.map(({ name }) => name)].join(" "),
  );

test.each<[what: string, reviewed: object, now: object]>([
  [
    "the order of keys",
    update({ p: { a: 1, b: 2 } }, { p: { a: 2, b: 2 } }),
    update({ p: { b: 2, a: 1 } }, { p: { b: 2, a: 2 } }),
  ],
  [
    "what stays as it is",
    update({ a: 1, arn: "x" }, { a: 2, arn: "x" }),
    update({ a: 1, arn: "y" }, { a: 2, arn: "y" }),
  ],
  [
    "what AWS computes",
    update({ a: 1, time: 1 }, { a: 2 }, { after_unknown: { time: true } }),
    update({ a: 1, time: 2 }, { a: 2 }, { after_unknown: { time: true } }),
  ],
  ["what is only read", change(["read"], {}, { mode: "data" }), change(["no-op"])],
])("%s is no difference", (_what, reviewed, now) => expect(between(plan(reviewed), plan(now))).toEqual([]));

test.each<[what: string, reviewed: object, now: object, found: string]>([
  ["another value before", update({ a: 1 }, { a: 3 }), update({ a: 2 }, { a: 3 }), "aws_iam_role.a a"],
  ["another value after", update({ a: 1 }, { a: 3 }), update({ a: 1 }, { a: 4 }), "aws_iam_role.a a"],
  [
    "one more attribute",
    update({ a: 1, b: 1 }, { a: 2, b: 1 }),
    update({ a: 1, b: 1 }, { a: 2, b: 2 }),
    "aws_iam_role.a b",
  ],
  ["the order in a list", update({ a: [] }, { a: [1, 2] }), update({ a: [] }, { a: [2, 1] }), "aws_iam_role.a a"],
  [
    "a part that is no longer known",
    update({ a: null }, { a: [{ x: 1 }] }, { after_unknown: { a: [{}] } }),
    update({ a: null }, { a: [{ x: 1 }] }, { after_unknown: { a: [{ y: true }] } }),
    "aws_iam_role.a a",
  ],
  ["other actions", change(["delete", "create"]), change(["create", "delete"]), "aws_iam_role.a"],
  [
    "another import",
    change(["no-op"], { importing: { id: "a" } }),
    change(["no-op"], { importing: { id: "b" } }),
    "aws_iam_role.a",
  ],
  ["a move", change(["update"]), change(["update"], {}, { previous_address: "aws_iam_role.b" }), "aws_iam_role.a"],
  [
    "a thing that is destroyed and was another",
    change(["delete"], { before: { name: "a" } }),
    change(["delete"], { before: { name: "b" } }),
    "aws_iam_role.a name",
  ],
  [
    "an object left behind",
    change(["no-op"]),
    change(["delete"], {}, { deposed: "abc" }),
    "aws_iam_role.a (deposed object abc)",
  ],
  ["nothing any more", change(["create"]), change(["no-op"]), "aws_iam_role.a"],
])("%s is a difference", (_what, reviewed, now, found) => expect(between(plan(reviewed), plan(now))).toEqual([found]));

test("outputs are compared, and sensitive attributes known as such", () => {
  const output = (after: string) =>
    JSON.stringify({
      format_version: "1.2",
      output_changes: { arn: { actions: ["update"], before: "x", after, after_sensitive: true } },
    });
  expect(between(output("a"), output("a"))).toEqual([]);
  expect(between(output("a"), output("b"))).toEqual(["output.arn value"]);
  expect(normalizedChanges(output("a"))[0]?.sensitive).toEqual(["value"]);
});
