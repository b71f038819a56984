import { plannedChanges } from "../../terraform/planned-changes";

const plan = (parts: object) => JSON.stringify({ format_version: "1.2", ...parts });
const resource = (address: string, actions: readonly string[], more: object = {}) => ({
  address,
  change: { actions, ...more },
});

test("a plan that does nothing, or only reads, is empty", () => {
  const resource_changes = [
    resource("aws_iam_role.a", ["no-op"]),
    resource("data.aws_organizations_organization.b", ["read"]),
  ];
  expect(plannedChanges(plan({ resource_changes, output_changes: { arn: { actions: ["no-op"] } } }))).toEqual([]);
  expect(plannedChanges(plan({}))).toEqual([]);
});

test("changes of resources and outputs, and imports that change nothing else", () => {
  const resource_changes = [
    resource("aws_iam_role.a", ["delete", "create"]),
    resource("aws_iam_role.b", ["no-op"], { importing: { id: "b" } }),
  ];
  expect(plannedChanges(plan({ resource_changes, output_changes: { arn: { actions: ["update"] } } }))).toEqual([
    { address: "aws_iam_role.a", actions: ["delete", "create"] },
    { address: "aws_iam_role.b", actions: ["import"] },
    { address: "output.arn", actions: ["update"] },
  ]);
});

test("what is no complete plan is an error, never an empty plan", () => {
  expect(() => plannedChanges("{}")).toThrow("the plan must be complete");
  expect(() => plannedChanges(plan({ errored: true }))).toThrow("the plan must be complete");
});
