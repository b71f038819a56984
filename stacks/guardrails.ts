import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { policyText, type Guardrail } from "../catalogue/guardrail";
import { guardrail, GUARDRAIL_IDS } from "../catalogue/guardrails";
import { SERVICE_CONTROL_POLICY_QUOTAS } from "../catalogue/quotas";
import { guardrailSettings, partition, targetSlug, type Baseline } from "../config";
import { GuardedTarget } from "../constructs/guarded-target";
import { Organization } from "../constructs/organization";
import { OrganizationalUnits } from "../constructs/organizational-units";
import { literal } from "../constructs/policy-json";
import { BaselineStack } from "./baseline-stack";
import { enablesPolicyType, isOurs } from "./requirements";

const isId = (target: string): boolean => /^(\d{12}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/.test(target);

/** Service control policies and where they are attached. One guardrail is one policy. */
export class Guardrails extends BaselineStack {
  static readonly id = "guardrails";

  private readonly management = this.providers.global("management");

  constructor(scope: Construct, baseline: Baseline) {
    super(scope, Guardrails.id, baseline);
    const { rootId } = this.checkOrganization();
    const policies = this.createPolicies();
    this.attach(policies, rootId);
    new TerraformOutput(this, "policy_arns", {
      value: Object.fromEntries([...policies].map(([id, policy]) => [id, policy.arn])),
    });
  }

  private checkOrganization(): Organization {
    return new Organization(this, "organization", {
      place: this.management,
      requirements: [...isOurs(this.baseline), ...enablesPolicyType(this.baseline, "SERVICE_CONTROL_POLICY")],
    });
  }

  private createPolicies(): ReadonlyMap<string, OrganizationsPolicy> {
    const settings = guardrailSettings(this.baseline);
    const create = (entry: Guardrail) =>
      new OrganizationsPolicy(this, entry.id, {
        ...this.management,
        name: this.names.entry(entry.id),
        description: entry.title,
        type: "SERVICE_CONTROL_POLICY",
        content: literal(policyText(entry.statements(settings))),
      });
    return new Map(this.baseline.guardrails.attach.map(({ id }) => [id, create(guardrail(id))]));
  }

  private attach(policies: ReadonlyMap<string, OrganizationsPolicy>, rootId: string): void {
    const { attach, quotas } = this.baseline.guardrails;
    const targets = [...new Set(attach.flatMap((entry) => entry.targets))];
    const units = new OrganizationalUnits(this, "units", {
      place: this.management,
      rootId,
      paths: targets.filter((target) => target !== "root" && !isId(target)),
    });
    const idOf = (target: string) => (target === "root" ? rootId : isId(target) ? target : units.idOf(target));

    for (const target of targets) {
      const slug = targetSlug(target);
      new GuardedTarget(this, `target-${slug}`, {
        place: this.management,
        target,
        targetId: idOf(target),
        policies: attach
          .filter((entry) => entry.targets.includes(target))
          .map(({ id }) => ({ id: `${id}_${slug}`, policyId: policies.get(id)?.id ?? "" })),
        ownPolicyNames: GUARDRAIL_IDS.map((id) => this.names.entry(id)),
        quota: quotas.policiesPerTarget ?? SERVICE_CONTROL_POLICY_QUOTAS[partition(this.baseline).id].policiesPerTarget,
      });
    }
  }
}
