import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { GUARDRAIL_IDS } from "../catalogue/guardrails";
import { unitsOf, type Blueprint, type Target } from "../config";
import { GuardedTarget } from "../constructs/guarded-target";
import { Organization } from "../constructs/organization";
import { OrganizationalUnits } from "../constructs/organizational-units";
import { literal } from "../constructs/policy-json";
import { BaselineStack } from "./baseline-stack";
import { enablesPolicyType, isOurs } from "./requirements";

const TYPES = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const;

/** A guardrail's address is its id; packs and policies of the team's own stand under names that no id can meet. */
const SCOPES = { catalogue: "", pack: "packs_", team: "files_" } as const;

type PlacedPolicy = Blueprint["policies"][number];

const addressOf = ({ id, source }: PlacedPolicy): string => `${SCOPES[source]}${id}`;

/** A target's address, for each type of policy by itself. */
const TARGET_SCOPES = { SERVICE_CONTROL_POLICY: "target", RESOURCE_CONTROL_POLICY: "rcp-target" } as const;

const isOn = ({ targets }: PlacedPolicy, target: Target): boolean => targets.some((own) => own.equals(target));

/** Service and resource control policies and where they are attached. One guardrail is one policy. */
export class Guardrails extends BaselineStack {
  static readonly id = "guardrails";

  private readonly management = this.providers.global("management");
  private readonly placed = this.blueprint.policies;

  constructor(scope: Construct, blueprint: Blueprint) {
    super(scope, Guardrails.id, blueprint);
    const { rootId } = this.checkOrganization();
    const policies = this.createPolicies();
    this.attach(policies, rootId);
    new TerraformOutput(this, "policy_arns", {
      value: Object.fromEntries([...policies].map(([{ id }, policy]) => [id, policy.arn])),
    });
    this.rememberPlace("management");
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
    const { targets, policyQuotas } = this.blueprint;
    const units = new OrganizationalUnits(this, "units", { place: this.management, rootId, units: unitsOf(targets) });
    const idOf = ({ kind, text }: Target) => (kind === "root" ? rootId : kind === "path" ? units.idOf(text) : text);

    for (const type of TYPES)
      for (const target of targets) {
        const here = [...policies].filter(([policy]) => policy.type === type && isOn(policy, target));
        if (here.length === 0) continue;
        new GuardedTarget(this, `${TARGET_SCOPES[type]}-${target.address}`, {
          place: this.management,
          target: target.text,
          targetId: idOf(target),
          type,
          policies: here.map(([policy, { id }]) => ({ id: `${addressOf(policy)}_${target.address}`, policyId: id })),
          ownPolicyNames: this.ownPolicyNames(),
          quota: policyQuotas[type].policiesPerTarget,
        });
      }
  }

  private ownPolicyNames(): readonly string[] {
    const others = this.placed.filter(({ source }) => source !== "catalogue").map(({ id }) => id);
    return [...GUARDRAIL_IDS, ...others].map((id) => this.names.entry(id));
  }
}
