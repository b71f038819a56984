import { changeLines, diffEveryStack } from "../../trial/diffs";
import { FakeDeployment } from "./fake-deployment";

test("every stack is diffed on one synth, two at a time", async () => {
  const deployment = new FakeDeployment();
  const diffs = await diffEveryStack(deployment, () => undefined);
  expect(diffs.map(({ stack }) => stack).sort()).toEqual(["alarms", "guardrails", "root-access"]);
  expect(diffs.every(({ changes }) => changes.length === 0)).toBe(true);
  expect(deployment.calls.filter((call) => call === "synth")).toHaveLength(1);
  expect(deployment.mostAtOnce).toBe(2);
});

test("what is left to change is named, read from the plan", async () => {
  const deployment = new FakeDeployment({ changed: "guardrails" });
  const diffs = await diffEveryStack(deployment, () => undefined);
  expect(changeLines(diffs)).toEqual(["  guardrails: update aws_organizations_policy.deny-root-user"]);
});

test("a diff that fails is an error", async () => {
  const deployment = new FakeDeployment({ failing: "alarms" });
  await expect(diffEveryStack(deployment, () => undefined)).rejects.toThrow(
    "cdktf diff alarms ended with exit code 1:",
  );
});
