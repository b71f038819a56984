import { existingOrganization } from "../../../emulator/organization-seed";
import { configuration, withGuardrails } from "../../support/configuration";
import { organizationWith, withPolicies } from "./organizations";
import type { Refusal } from "./refusal";

const denyRootUserAt = (target: string) => withGuardrails({ attach: [{ id: "deny-root-user", targets: [target] }] });
const team = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `team-policy-${from + index}`).join(", ");

/** What guardrails ask. */
export const guardrails: readonly Refusal[] = [
  {
    what: "no service control policies",
    stack: "guardrails",
    seed: { ...organizationWith({ policyTypes: [] }), policies: [] },
    config: configuration(),
    errors: [
      "the policy type SERVICE_CONTROL_POLICY must be enabled, got []: aws organizations enable-policy-type --root-id r-exam --policy-type SERVICE_CONTROL_POLICY",
    ],
  },
  {
    what: "no such organizational unit below the root",
    stack: "guardrails",
    seed: existingOrganization,
    config: denyRootUserAt("Nowhere/Deeper"),
    errors: [
      "a target must be the path of an organizational unit that exists, got Nowhere: the root holds Security, Workloads, Sandbox",
    ],
  },
  {
    what: "no such organizational unit below another",
    stack: "guardrails",
    seed: existingOrganization,
    config: denyRootUserAt("Workloads/Nowhere"),
    errors: [
      "a target must be the path of an organizational unit that exists, got Workloads/Nowhere: Workloads holds Prod, Canary",
    ],
  },
  {
    what: "a root that is full of policies of others",
    stack: "guardrails",
    seed: withPolicies(9, "root"),
    config: denyRootUserAt("root"),
    errors: [
      `root must have room for 1 policies of this configuration (quota 10), got FullAWSAccess, ${team(1, 9)} attached by others: merge or detach some of them, or raise guardrails.quotas.policiesPerTarget if your quota is higher`,
    ],
  },
];
