import { accepts, refuses, type Change } from "../expectations";

const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" }] };

const files = (...names: readonly (readonly [name: string, previousName?: string])[]): Change => ({
  "guardrails.files": names.map(([name, previousName]) => ({
    name,
    ...(previousName === undefined ? {} : { previousName }),
    type: "SERVICE_CONTROL_POLICY",
    policy: POLICY,
    targets: ["Workloads"],
  })),
});

describe("names that policies had", () => {
  accepts([
    ["a new name", files(["new", "old"])],
    ["two of them", files(["new", "old"], ["newer", "older"])],
  ]);

  refuses([
    [
      "its own name",
      files(["same", "same"]),
      [
        'guardrails.files[0].previousName must be left out, or be the name until now: the policy has this one, got "same"',
      ],
    ],
    [
      "a chain",
      files(["second", "first"], ["third", "second"]),
      [
        'guardrails.files[1].previousName must be a name that nothing has any more: guardrails.files[0] has it, and names change hands in two deploys, got "second"',
      ],
    ],
    [
      "an exchange",
      files(["first", "second"], ["second", "first"]),
      [
        'guardrails.files[0].previousName must be a name that nothing has any more: guardrails.files[1] has it, and names change hands in two deploys, got "second"',
        'guardrails.files[1].previousName must be a name that nothing has any more: guardrails.files[0] has it, and names change hands in two deploys, got "first"',
      ],
    ],
    [
      "one policy that would become two",
      files(["left", "whole"], ["right", "whole"]),
      [
        'guardrails.files[1].previousName must differ from guardrails.files[0].previousName: one policy becomes one, got "whole"',
      ],
    ],
    [
      "a guardrail of the catalogue",
      files(["own", "deny-root-user"]),
      [
        'guardrails.files[0].previousName must be a name of a pack or a file, which no guardrail of the catalogue has, got "deny-root-user"',
      ],
    ],
  ]);
});
