import type { PlanContents } from "../../../terraform/plan-folder";

const NOTHING = { add: 0, change: 0, destroy: 0, import: 0, replace: 0, forget: 0, move: 0, output: 0 };

/** Plans of two stacks, as `plan` hands them to the folder. */
export const contents = (change: Partial<PlanContents> = {}): PlanContents => ({
  commit: "0123456789abcdef0123456789abcdef01234567",
  dirty: false,
  configuration: "a".repeat(64),
  tool: { name: "terraform", version: "1.11.4" },
  provider: { "registry.terraform.io/hashicorp/aws": "5.100.0" },
  lockFile: null,
  existing: [],
  undecided: [],
  organization: {
    id: "o-exampleorgid",
    managementAccount: "111111111111",
    root: "r-ab12",
    units: [{ id: "ou-ab12-workload", name: "Workloads", path: "Workloads", parent: "r-ab12" }],
    accounts: [{ id: "222222222222", name: "security", status: "ACTIVE", unit: "ou-ab12-workload" }],
    policies: [],
  },
  stacks: ["root-access", "guardrails"].map((name) => ({
    name,
    changes: { ...NOTHING, add: 1 },
    plan: Buffer.from(`plan of ${name}`),
    json: '{"format_version":"1.2"}',
    synthesized: '{"resource":{}}',
    lock: name === "guardrails" ? "# lock" : undefined,
  })),
  ...change,
});
