import { CommandFailure, relevantLines, succeeded } from "../../terraform/command-failure";

const result = (exitCode: number | null, output: string) => ({ exitCode, output, stdout: output });

test("errors are shown in full, from the first one on", () => {
  const error = ["Error: Resource postcondition failed", "", "trusted access for iam.amazonaws.com must be on"];
  expect(relevantLines(["Terraform will perform", '  + "NoErrorHere"', ...error].join("\n"))).toEqual(error);
});

test("without a named error the last lines are shown", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  expect(relevantLines(lines.join("\n"))).toEqual(lines.slice(10));
});

test.each([
  ["registry.terraform.io", "releases.hashicorp.com"],
  ["registry.opentofu.org", "github.com"],
])("the message names command, exit code and what to do about %s", (registry, downloads) => {
  const output = `Error: Failed to query available provider packages\ncould not connect to ${registry}`;
  expect(new CommandFailure("terraform init", result(1, output)).message).toBe(
    [
      "terraform init ended with exit code 1:",
      "",
      output,
      `What to do: the AWS provider cannot be had: allow ${registry} and ${downloads}, or name a local mirror in TF_PLUGIN_MIRROR (a folder that holds ${registry}/hashicorp/aws)`,
    ].join("\n"),
  );
});

test("no advice where the provider is not what is missing", () => {
  const output = 'Error: Unsupported block type\nprovider["registry.terraform.io/hashicorp/aws"]';
  expect(new CommandFailure("terraform plan", result(1, output)).message).not.toContain("What to do");
});

test("a command that succeeded is passed on, one that was killed is a failure", () => {
  expect(succeeded("synth", result(0, "")).exitCode).toBe(0);
  expect(() => succeeded("synth", result(null, ""))).toThrow("synth was killed:");
});
