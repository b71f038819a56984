import { endedIn, withHiddenError } from "../../trial/hidden-error";

const result = (exitCode: number | null, output: string) => ({ exitCode, output, stdout: output });

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
