import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { unitsOf, type Blueprint, type Target } from "../config";
import { GuardedTargets, type GuardedPolicy } from "../constructs/organization/guarded-targets/guarded-targets";
import { Organization } from "../constructs/organization/organization";
import { OrganizationalUnits } from "../constructs/organization/organizational-units";
import { literal } from "../constructs/policy-json";
import { BaselineStack } from "./baseline-stack";
import { adoptedKeys } from "./instance";
import { addressOf, attachmentOf, formerAttachments, renames, type PlacedPolicy } from "./policy-addresses";
import { enablesPolicyType, isOurs } from "./requirements";

const TYPES = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const;

/** Where the targets of each type of policy are asked about. */
const SCOPES = { SERVICE_CONTROL_POLICY: "targets", RESOURCE_CONTROL_POLICY: "rcp-targets" } as const;

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
      description: "Each policy, by its id",
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
    const ids = new Map(targets.map((target) => [target.text, idOf(target)]));
    const unitIds = new Set(targets.filter(({ kind }) => kind === "unit").map(({ text }) => text));

    for (const type of TYPES) {
      const placed = [...policies].filter(([policy]) => policy.type === type);
      if (placed.length === 0) continue;
      const guarded = new GuardedTargets(this, SCOPES[type], {
        place: this.management,
        type,
        ids,
        unitIds,
        policies: placed.map(([policy, { id }]) => this.guarded(policy, id)),
        prefix: this.names.entry(""),
        quota: policyQuotas[type].policiesPerTarget,
      });
      this.carryOver({ import: guarded.imports });
    }
    this.carryOver({
      removed: formerAttachments(this.placed).map((from) => ({ from, lifecycle: { destroy: false } })),
      moved: renames(this.placed),
    });
  }

  private guarded(policy: PlacedPolicy, policyId: string): GuardedPolicy {
    const { id, previousName, targets } = policy;
    return {
      address: addressOf(policy),
      name: this.names.entry(id),
      ...(previousName === undefined ? {} : { previousName: this.names.entry(previousName) }),
      policyId,
      targets: targets.map(({ text }) => text),
      importedElsewhere: adoptedKeys(this.baseline.adopt, attachmentOf(policy)),
    };
  }
}
