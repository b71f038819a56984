import type { ForeignAct } from "./foreign-act";

/** What changes accounts, units and policies, from another service than AWS Organizations. */
export const ORGANIZATION_ACTS: readonly ForeignAct[] = [
  {
    actions: ["support:CreateCase", "supportauthz:CreateSupportPermit"],
    way: "Somebody asks AWS Support for what only root may do",
    because:
      "AWS asks back by the addresses and telephones of the account, which are protected; what a permit lets its people do is theirs to state, and no call of the caller's",
    hangsOn: ["account:PutContactInformation", "account:StartPrimaryEmailUpdate"],
    source: "AWS Support User Guide, creating support cases",
  },
  {
    actions: ["aws-portal:ModifyAccount", "billing:UpdateIAMAccessPreference"],
    way: "The consoles of billing change the account, or who reaches them",
    because: "the calls to the account are those of account, which are protected",
    hangsOn: ["account:CloseAccount", "account:PutContactInformation"],
    source: "AWS Billing User Guide, migrating from aws-portal to fine-grained actions",
  },
  {
    actions: [
      "controltower:DeleteLandingZone",
      "controltower:DeregisterManagedAccount",
      "controltower:DeregisterOrganizationalUnit",
      "controltower:DisableBaseline",
      "controltower:DisableControl",
      "controltower:ResetEnabledBaseline",
      "controltower:ResetEnabledControl",
      "controltower:ResetLandingZone",
      "controltower:UpdateLandingZone",
    ],
    way: "Control Tower takes policies away, or the trail that the baseline uses",
    because:
      "it does so with a role of its own, by calls to Organizations and CloudTrail that are watched; who lets it is denied, in the management account",
    deniedInManagement: true,
    hangsOn: [
      "cloudtrail:DeleteTrail",
      "cloudtrail:UpdateTrail",
      "organizations:DetachPolicy",
      "organizations:MoveAccount",
      "organizations:UpdatePolicy",
    ],
    source: "AWS Control Tower User Guide, how controls work",
  },
  {
    actions: ["servicecatalog:TerminateProvisionedProduct", "servicecatalog:UpdateProvisionedProduct"],
    way: "Account Factory moves an account to another unit",
    because: "the move is a call to Organizations that is watched",
    hangsOn: ["organizations:MoveAccount"],
    source: "AWS Control Tower User Guide, update and move account factory accounts",
  },
  {
    actions: ["budgets:CreateBudgetAction", "budgets:ExecuteBudgetAction", "budgets:UpdateBudgetAction"],
    way: "A budget attaches a service control policy, or an IAM policy to a role",
    because: "it works with a role that is passed, by calls that are watched",
    hangsOn: ["iam:PassRole", "iam:AttachRolePolicy", "organizations:AttachPolicy"],
    source: "AWS Cost Management User Guide, configuring a budget action",
  },
  {
    actions: [
      "cloudformation:ActivateOrganizationsAccess",
      "cloudformation:DeactivateOrganizationsAccess",
      "detective:EnableOrganizationAdminAccount",
      "fms:AssociateAdminAccount",
      "health:EnableHealthServiceAccessForOrganization",
      "inspector2:EnableDelegatedAdminAccount",
      "macie2:EnableOrganizationAdminAccount",
      "notifications:EnableNotificationsAccessForOrganization",
      "ram:EnableSharingWithAwsOrganization",
      "securityhub:EnableOrganizationAdminAccount",
      "securitylake:RegisterDataLakeDelegatedAdministrator",
      "servicecatalog:EnableAWSOrganizationsAccess",
      "trustedadvisor:SetOrganizationAccess",
    ],
    way: "A service is let into the organization, or gets an administrator, by an API of its own",
    because:
      "it calls Organizations with the caller's rights; none of these opens root sessions, the trail or GuardDuty",
    hangsOn: ["organizations:EnableAWSServiceAccess", "organizations:RegisterDelegatedAdministrator"],
    source: "Organizations User Guide, AWS services that you can use with Organizations",
  },
];
