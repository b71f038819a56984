import { asRead } from "../../organization/as-read";
import type { GuardrailFacts } from "../../../organization/guardrails";
import { showGuardrails } from "../../../commands/protection/guardrails";
import type { PolicyTarget } from "../../../organization/tree/live-organization";

const policy = (name: string, targets: readonly PolicyTarget[], awsManaged = false) => ({
  id: `p-${name}`,
  name,
  type: "SERVICE_CONTROL_POLICY" as const,
  awsManaged,
  text: "{}",
  content: {},
  targets,
});

const root: PolicyTarget = { id: "r-exam", type: "ROOT", name: "root" };
const canary: PolicyTarget = { id: "ou-exam-11111111", type: "ORGANIZATIONAL_UNIT", name: "Workloads/Canary" };
const account: PolicyTarget = { id: "444444444444", type: "ACCOUNT", name: "payments-prod" };

test("every policy with its targets by name, AWS's own left out", () => {
  const policies = [
    policy("FullAWSAccess", [root], true),
    policy("org-baseline-deny-root-user", [canary, account]),
    policy("org-baseline-stay-in-organization", [root]),
  ];
  expect(
    showGuardrails(asRead<GuardrailFacts>({ rootId: "r-exam", policyTypes: ["SERVICE_CONTROL_POLICY"], policies })),
  ).toEqual([
    "  policy              org-baseline-deny-root-user → Workloads/Canary, 444444444444 (payments-prod)",
    "  policy              org-baseline-stay-in-organization → root",
  ]);
});

test("a policy without a target, and a policy type that is off, are loud", () => {
  const policies = [policy("org-baseline-deny-root-user", [])];
  expect(showGuardrails(asRead<GuardrailFacts>({ rootId: "r-exam", policyTypes: [], policies }))).toEqual([
    "  policy type         OFF: no policy is in force",
    "  policy              org-baseline-deny-root-user → NO TARGET",
  ]);
});
