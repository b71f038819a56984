import { CommandFailure, relevantLines, succeeded } from "../../trial/command-failure";
import { endedIn, withHiddenError } from "../../trial/hidden-error";

const result = (exitCode: number | null, output: string) => ({ exitCode, output, stdout: output });

test("errors are shown in full, from the first one on", () => {
  const error = ["Error: Resource postcondition failed", "", "trusted access for iam.amazonaws.com must be on"];
  expect(relevantLines(["Terraform will perform", '  + "NoErrorHere"', ...error].join("\n"))).toEqual(error);
});

test("without a named error the last lines are shown", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  expect(relevantLines(lines.join("\n"))).toEqual(lines.slice(10));
});

test("the message names command, exit code and what to do", () => {
  const output = "Error: Cannot find module '../build/Release/pty.node'";
  expect(new CommandFailure("cdktf deploy", result(1, output)).message).toBe(
    [
      "cdktf deploy ended with exit code 1:",
      "",
      output,
      "What to do: cdktf-cli 0.21.0 has no native module for this Node and processor: use Node 22, on linux-arm64 Node 20, on an Intel Mac an arm64 or Linux machine",
    ].join("\n"),
  );
});

test("a command that succeeded is passed on, one that was killed is a failure", () => {
  expect(succeeded("synth", result(0, "")).exitCode).toBe(0);
  expect(() => succeeded("synth", result(null, ""))).toThrow("synth was killed:");
});

describe("where the CDKTF CLI loses the error", () => {
  const dependencies = {
    alarms: ["audit-trail"],
    "audit-trail": ["root-access"],
    "root-access": [],
    guardrails: ["root-access"],
  };

  test("the stacks that could have failed are those with nothing unfinished before them", () => {
    expect(endedIn(dependencies, "")).toEqual(["root-access"]);
    expect(endedIn(dependencies, "root-access  Apply complete! Resources: 9 added")).toEqual([
      "audit-trail",
      "guardrails",
    ]);
  });

  test("Terraform is asked again, without the CLI", async () => {
    const asked: string[] = [];
    const deployment = {
      dependencies: () => dependencies,
      terraform: (stack: string) => {
        asked.push(stack);
        return Promise.resolve(result(1, "Error: what went wrong"));
      },
    };
    const failed = result(1, "Invoking Terraform CLI failed with exit code 1");
    await expect(withHiddenError(deployment, failed)).resolves.toEqual({ ...failed, output: "Error: what went wrong" });
    expect(asked).toEqual(["root-access"]);
    await expect(withHiddenError(deployment, result(1, "Error: seen"))).resolves.toEqual(result(1, "Error: seen"));
    await expect(withHiddenError(deployment, result(0, ""))).resolves.toEqual(result(0, ""));
    expect(asked).toHaveLength(1);
  });
});
