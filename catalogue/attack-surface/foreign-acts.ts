/**
 * What acts on the protected things from another service, by hand. It ends in actions of the register, made with
 * somebody's rights: those are judged there, and named here.
 */
export interface ForeignAct {
  readonly actions: readonly string[];
  /** How it would get there. */
  readonly way: string;
  /** Why it does not, or what is left. */
  readonly because: string;
  /** Whether the management account's policy denies them besides, where they reach what no guardrail binds. */
  readonly deniedInManagement?: true;
  /** Actions of the register on which it hangs. Each must be denied, or watched. */
  readonly hangsOn: readonly string[];
  /** Where AWS says how it acts. */
  readonly source: string;
}

export const FOREIGN_ACTS: readonly ForeignAct[] = [
  {
    actions: [
      "cloudformation:CreateChangeSet",
      "cloudformation:CreateResource",
      "cloudformation:CreateStack",
      "cloudformation:DeleteResource",
      "cloudformation:UpdateResource",
      "cloudformation:UpdateStack",
    ],
    way: "A template or the Cloud Control API makes the calls",
    because:
      "the calls are made with the rights of the caller or of a role that is passed, and each is recorded under its own name",
    hangsOn: ["iam:PassRole"],
    source: "CloudFormation User Guide, service role; Cloud Control API User Guide, credentials for operations",
  },
  {
    actions: ["cloudformation:CreateStackSet", "cloudformation:CreateStackInstances", "cloudformation:UpdateStackSet"],
    way: "A stack set works in every account of a unit",
    because:
      "in a member it works as an IAM role of that account, which guardrails bind; trusted access for it is a call to Organizations, and the management account's policy denies stack sets there",
    deniedInManagement: true,
    hangsOn: ["organizations:EnableAWSServiceAccess", "organizations:RegisterDelegatedAdministrator"],
    source: "CloudFormation User Guide, StackSets with service-managed permissions",
  },
  {
    actions: [
      "lambda:CreateFunction",
      "lambda:UpdateFunctionConfiguration",
      "codebuild:CreateProject",
      "codebuild:UpdateProject",
      "ec2:RunInstances",
      "ecs:RunTask",
      "glue:CreateJob",
      "iot:CreateRoleAlias",
      "pipes:CreatePipe",
      "sagemaker:CreateNotebookInstance",
      "scheduler:CreateSchedule",
      "states:CreateStateMachine",
    ],
    way: "Something runs as a protected role",
    because: "whoever makes it passes the role to the service",
    hangsOn: ["iam:PassRole"],
    source: "IAM User Guide, granting a user permissions to pass a role to an AWS service",
  },
  {
    actions: [
      "cloudformation:ExecuteChangeSet",
      "cloudformation:UpdateStack",
      "codebuild:StartBuild",
      "codebuild:UpdateProject",
      "codepipeline:UpdatePipeline",
      "ecs:ExecuteCommand",
      "lambda:UpdateFunctionCode",
      "ssm:SendCommand",
      "ssm:StartSession",
      "states:UpdateStateMachine",
    ],
    way: "What runs as a protected role already is given other work, and nobody passes a role",
    because:
      "in members the protected roles trust people and accounts, and no such service, and changing that is denied; in the management account, where a pipeline may run, its policy denies the calls",
    deniedInManagement: true,
    hangsOn: ["iam:UpdateAssumeRolePolicy"],
    source: "CodeBuild API Reference, StartBuild; Lambda API Reference, UpdateFunctionCode",
  },
  {
    actions: ["config:PutRemediationConfigurations", "ssm:StartAutomationExecution", "ssm:CreateAssociation"],
    way: "AWS Config or Systems Manager repairs something until it is broken",
    because: "a runbook works with the caller's rights or with a role that is passed",
    hangsOn: ["iam:PassRole"],
    source: "Systems Manager User Guide, setting up Automation",
  },
  {
    actions: ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile", "rolesanywhere:UpdateProfile"],
    way: "A certificate becomes a protected role",
    because:
      "the role's trust must name the service, and changing that is denied; so are the calls, in the management account",
    deniedInManagement: true,
    hangsOn: ["iam:UpdateAssumeRolePolicy"],
    source: "IAM Roles Anywhere User Guide, trust model",
  },
  {
    actions: ["tag:TagResources", "tag:UntagResources"],
    way: "Tags are changed through the Resource Groups Tagging API",
    because: "no policy of the baseline decides by tags, and the tagging action of the service itself is needed too",
    hangsOn: [],
    source: "Resource Groups Tagging API Reference, TagResources",
  },
  {
    actions: [
      "controltower:DeleteLandingZone",
      "controltower:DisableBaseline",
      "controltower:DisableControl",
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
      "detective:EnableOrganizationAdminAccount",
      "fms:AssociateAdminAccount",
      "inspector2:EnableDelegatedAdminAccount",
      "macie2:EnableOrganizationAdminAccount",
      "ram:EnableSharingWithAwsOrganization",
      "securityhub:EnableOrganizationAdminAccount",
      "servicecatalog:EnableAWSOrganizationsAccess",
    ],
    way: "A service is let into the organization, or gets an administrator, by an API of its own",
    because:
      "it calls Organizations with the caller's rights; none of these opens root sessions, the trail or GuardDuty",
    hangsOn: ["organizations:EnableAWSServiceAccess", "organizations:RegisterDelegatedAdministrator"],
    source: "Organizations User Guide, AWS services that you can use with Organizations",
  },
  {
    actions: ["ds-data:AddGroupMember", "ds-data:CreateUser", "ds:ResetUserPassword"],
    way: "A directory of AWS, where it is the identity source of IAM Identity Center, says who somebody is",
    because:
      "such a directory is outside the baseline, as any identity provider is: whoever administers it decides who breaks glass by a permission set (SECURITY.md)",
    hangsOn: [],
    source: "Directory Service API Reference, ResetUserPassword; Directory Service Data API Reference, AddGroupMember",
  },
  {
    actions: ["s3:CreateJob", "backup:StartBackupJob", "datasync:StartTaskExecution"],
    way: "A service reads or writes log files on a large scale",
    because: "it works with a role: guardrail and bucket policy hold for that one, too",
    hangsOn: ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"],
    source: "Amazon S3 User Guide, S3 Batch Operations: granting permissions",
  },
];
