import { AccountAlternateContact } from "@cdktf/provider-aws/lib/account-alternate-contact";
import { IamOrganizationsFeatures } from "@cdktf/provider-aws/lib/iam-organizations-features";
import { OrganizationsDelegatedAdministrator } from "@cdktf/provider-aws/lib/organizations-delegated-administrator";
import { type ITerraformDependable, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { POLICY_TYPES } from "../catalogue/aws/policy-types";
import { BREAK_GLASS_SESSION_SECONDS } from "../catalogue/quotas";
import { rootTask, taskPolicyArn } from "../catalogue/aws/root-tasks";
import type { Blueprint } from "../config";
import { BreakGlassRole } from "../constructs/break-glass-role";
import { Delegation } from "../constructs/organization/delegation";
import { Organization } from "../constructs/organization/organization";
import { OwnedOrganization } from "../constructs/organization/owned-organization";
import { literal } from "../constructs/policy-json";
import { BaselineStack } from "./baseline-stack";
import { isOurs, trusts } from "./requirements";

const IAM = "iam.amazonaws.com";

/** Centralized root access: its features, its delegated administrator and the break-glass roles. */
export class RootAccess extends BaselineStack {
  static readonly id = "root-access";

  private readonly management = this.providers.global("management");

  constructor(scope: Construct, blueprint: Blueprint) {
    super(scope, RootAccess.id, blueprint);
    const trusted = this.ownOrganization(this.checkOrganization());
    this.centralizeRoot(trusted);
    this.breakGlass();
    this.securityContact();
    this.rememberPlace("management", "security");
  }

  private checkOrganization(): Organization {
    return new Organization(this, "organization", {
      place: this.management,
      requirements: [...isOurs(this.baseline), ...trusts(this.baseline, IAM)],
    });
  }

  /** Imports and manages the organization where the configuration says that the baseline owns it. */
  private ownOrganization(live: Organization): readonly ITerraformDependable[] {
    const { organization } = this.baseline;
    if (organization.mode !== "owned") return [];
    const owned = new OwnedOrganization(this, "organization-settings", {
      place: this.management,
      trustedAccess: organization.trustedAccess,
      policyTypes: organization.policyTypes,
      ownableTypes: this.baseline.terraform.awsProvider === "portable" ? POLICY_TYPES : undefined,
      today: live.today,
    });
    // An organization is imported, never created. Its `fqn` is a token, which is no address yet.
    const { terraformResourceType, friendlyUniqueId } = owned.resource;
    this.adopt(`${terraformResourceType}.${friendlyUniqueId}`, organization.id);
    return [owned.resource];
  }

  /** Switches the features on and hands their administration to the security account, or checks that others did. */
  private centralizeRoot(trusted: readonly ITerraformDependable[]): void {
    const { rootAccess, accounts } = this.baseline;
    const create = rootAccess.mode === "create";
    new Delegation(this, "root-administrator", {
      place: this.management,
      servicePrincipal: IAM,
      administrator: accounts.security.id,
      mustExist: !create,
    });
    if (!create) return;

    const features = new IamOrganizationsFeatures(this, "root-features", {
      ...this.management,
      enabledFeatures: [...rootAccess.features],
      dependsOn: [...trusted],
      lifecycle: this.protectedIn("management"),
    });
    new OrganizationsDelegatedAdministrator(this, "root-administrator-registration", {
      ...this.management,
      accountId: accounts.security.id,
      servicePrincipal: IAM,
      dependsOn: [features],
      lifecycle: this.protectedIn("management"),
    });
    new TerraformOutput(this, "root_features", {
      description: "Features of centralized root access that are on",
      value: features.enabledFeatures,
    });
  }

  /** One role a root task, in the delegated administrator's account. */
  private breakGlass(): void {
    const { rootAccess, accounts } = this.baseline;
    const roles = rootAccess.breakGlass.tasks.map((id) => {
      const task = rootTask(id);
      return new BreakGlassRole(this, `break-glass-${id}`, {
        place: this.providers.global("security"),
        partition: this.partition,
        account: accounts.security.id,
        name: this.names.breakGlassRole(id),
        description: `Break glass: ${task.purpose}`,
        taskPolicyArn: taskPolicyArn(this.partition, task),
        trust: rootAccess.breakGlass.trust,
        maxSessionDuration: BREAK_GLASS_SESSION_SECONDS,
      });
    });
    new TerraformOutput(this, "break_glass_role_arns", {
      description: "Roles that open root sessions, one for each root task",
      value: roles.map((role) => role.arn),
    });
  }

  /** Security alternate contact of the management account. */
  private securityContact(): void {
    const contact = this.baseline.rootAccess.securityContact;
    if (contact === undefined) return;
    new AccountAlternateContact(this, "security-contact", {
      ...this.management,
      alternateContactType: "SECURITY",
      name: literal(contact.name),
      title: literal(contact.title),
      emailAddress: contact.email,
      phoneNumber: contact.phone,
      lifecycle: this.protectedIn("management"),
    });
  }
}
