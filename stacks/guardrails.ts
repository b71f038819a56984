import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { GUARDRAIL_IDS } from "../catalogue/guardrails";
import { RESOURCE_CONTROL_POLICY_QUOTA, SERVICE_CONTROL_POLICY_QUOTAS } from "../catalogue/quotas";
import { partition, placedPolicies, targetSlug, type Baseline, type PlacedPolicy } from "../config";
import { GuardedTarget } from "../constructs/guarded-target";
import { Organization } from "../constructs/organization";
import { OrganizationalUnits } from "../constructs/organizational-units";
import { literal } from "../constructs/policy-json";
import { BaselineStack } from "./baseline-stack";
import { enablesPolicyType, isOurs } from "./requirements";

const isId = (target: string): boolean => /^(\d{12}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/.test(target);

const TYPES = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const;

/** A guardrail's address is its id; packs and policies of the team's own stand under names that no id can meet. */
const SCOPES = { catalogue: "", pack: "packs_", team: "files_" } as const;

const addressOf = ({ id, source }: PlacedPolicy): string => `${SCOPES[source]}${id}`;

/** Service and resource control policies and where they are attached. One guardrail is one policy. */
export class Guardrails extends BaselineStack {
  static readonly id = "guardrails";

  private readonly management = this.providers.global("management");
  private readonly placed = placedPolicies(this.baseline);

  constructor(scope: Construct, baseline: Baseline) {
    super(scope, Guardrails.id, baseline);
    const { rootId } = this.checkOrganization();
    const policies = this.createPolicies();
    this.attach(policies, rootId);
    new TerraformOutput(this, "policy_arns", {
      value: Object.fromEntries([...policies].map(([{ id }, policy]) => [id, policy.arn])),
    });
  }

  private checkOrganization(): Organization {
    // Service control policies always: an organization without them is not ready for the baseline.
    const types = TYPES.filter((type, index) => index === 0 || this.placed.some((policy) => policy.type === type));
    return new Organization(this, "organization", {
      place: this.management,
      requirements: [...isOurs(this.baseline), ...types.flatMap((type) => enablesPolicyType(this.baseline, type))],
    });
  }

  private createPolicies(): ReadonlyMap<PlacedPolicy, OrganizationsPolicy> {
    const create = (policy: PlacedPolicy) =>
      new OrganizationsPolicy(this, addressOf(policy), {
        ...this.management,
        name: this.names.entry(policy.id),
        description: policy.description,
        type: policy.type,
        content: literal(policy.text),
      });
    return new Map(this.placed.map((policy) => [policy, create(policy)]));
  }

  private attach(policies: ReadonlyMap<PlacedPolicy, OrganizationsPolicy>, rootId: string): void {
    const targets = [...new Set(this.placed.flatMap((policy) => policy.targets))];
    const units = new OrganizationalUnits(this, "units", {
      place: this.management,
      rootId,
      paths: targets.filter((target) => target !== "root" && !isId(target)),
    });
    const idOf = (target: string) => (target === "root" ? rootId : isId(target) ? target : units.idOf(target));

    for (const type of TYPES)
      for (const target of targets) {
        const slug = targetSlug(target);
        const here = [...policies].filter(([policy]) => policy.type === type && policy.targets.includes(target));
        if (here.length === 0) continue;
        new GuardedTarget(this, type === "SERVICE_CONTROL_POLICY" ? `target-${slug}` : `rcp-target-${slug}`, {
          place: this.management,
          target,
          targetId: idOf(target),
          type,
          policies: here.map(([policy, { id }]) => ({ id: `${addressOf(policy)}_${slug}`, policyId: id })),
          ownPolicyNames: this.ownPolicyNames(),
          quota: this.quota(type),
        });
      }
  }

  private ownPolicyNames(): readonly string[] {
    const others = this.placed.filter(({ source }) => source !== "catalogue").map(({ id }) => id);
    return [...GUARDRAIL_IDS, ...others].map((id) => this.names.entry(id));
  }

  private quota(type: PlacedPolicy["type"]): number {
    if (type === "RESOURCE_CONTROL_POLICY") return RESOURCE_CONTROL_POLICY_QUOTA.policiesPerTarget;
    const quota = SERVICE_CONTROL_POLICY_QUOTAS[partition(this.baseline).id];
    return this.baseline.guardrails.quotas.policiesPerTarget ?? quota.policiesPerTarget;
  }
}
