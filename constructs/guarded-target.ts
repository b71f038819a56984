import { DataAwsOrganizationsPoliciesForTarget } from "@cdktf/provider-aws/lib/data-aws-organizations-policies-for-target";
import { DataAwsOrganizationsPolicy } from "@cdktf/provider-aws/lib/data-aws-organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { GlobalPlace } from "./place";
import { literal } from "./policy-json";

/** A policy that is attached. */
export interface AttachedPolicy {
  /** Id of the attachment: permanent, part of the Terraform address. */
  readonly id: string;
  readonly policyId: string;
}

export interface GuardedTargetProps {
  readonly place: GlobalPlace;
  /** The target as the configuration names it. */
  readonly target: string;
  /** Id of the target in AWS. */
  readonly targetId: string;
  /** Type of the policies: AWS counts each type by itself. */
  readonly type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
  readonly policies: readonly AttachedPolicy[];
  /** Names of all policies of the baseline: whatever else is attached belongs to others. */
  readonly ownPolicyNames: readonly string[];
  /** How many policies AWS lets be attached to one target. */
  readonly quota: number;
}

/** A root, unit or account with the policies attached to it, refused at plan time where others left no room. */
export class GuardedTarget extends Construct {
  constructor(scope: Construct, id: string, props: GuardedTargetProps) {
    super(scope, id);
    const { place, target, targetId, type, policies, ownPolicyNames, quota } = props;
    const attached = new DataAwsOrganizationsPoliciesForTarget(this, "attached", {
      ...place,
      targetId,
      filter: type,
    });
    const known = new DataAwsOrganizationsPolicy(this, "known", { ...place, policyId: "${each.value}" });
    known.addOverride("for_each", Fn.toset(attached.ids));

    const foreign = `[for policy in ${known.fqn} : policy.name if !contains(${literal(JSON.stringify(ownPolicyNames))}, policy.name)]`;
    const room = {
      condition: `\${length(${foreign}) + ${policies.length} <= ${quota}}`,
      errorMessage: `${literal(target)} must have room for ${policies.length} more policies (quota ${quota}), got \${join(", ", sort(${foreign}))} attached by others: merge or detach some of them, or raise guardrails.quotas.policiesPerTarget if your quota is higher`,
    };
    policies.forEach(({ id: attachmentId, policyId }, index) => {
      new OrganizationsPolicyAttachment(scope, attachmentId, {
        ...place,
        policyId,
        targetId,
        // The question is the same for every attachment of the target: asked once, answered once.
        lifecycle: index === 0 ? { precondition: [room] } : undefined,
      });
    });
  }
}
