import { finishedStacks } from "../../trial/finished-stacks";

test("a stack is finished also where its name stands on an earlier line", () => {
  const output = [
    "root-access  aws_iam_role.a: Creation complete after 0s [id=a]",
    "             Apply complete! Resources: 9 added, 0 changed, 0 destroyed.",
    "audit-trail  aws_kms_key.b: Creating...",
    "guardrails  Apply complete! Resources: 12 added, 0 changed, 0 destroyed.",
  ].join("\n");
  expect([...finishedStacks(output)]).toEqual(["root-access", "guardrails"]);
});
