import type { ServiceSurface } from "../surface";

const role = (name: string): string => `arn:aws:iam::{account}:role/${name}`;

export const iam: ServiceSurface = {
  service: "iam",
  title: "AWS IAM",
  records: "iam",
  things: [
    {
      what: "the roles by which record and alerts are delivered",
      in: ["management"],
      arns: { role: [role("org-baseline-trail-delivery"), role("org-baseline-forward-events")] },
      named: { roleName: ["org-baseline-trail-delivery", "org-baseline-forward-events"] },
    },
    {
      what: "the pipeline's role, and break glass of the management account",
      in: ["management"],
      arns: { role: [role("org-baseline-pipeline"), role("org-baseline-break-glass")] },
      named: { roleName: ["org-baseline-pipeline"] },
    },
    {
      what: "the role that forwards findings",
      in: ["security"],
      arns: { role: [role("org-baseline-forward-findings")] },
      named: { roleName: ["org-baseline-forward-findings"] },
    },
    {
      what: "the deploy roles",
      in: ["security", "log archive"],
      arns: { role: [role("OrganizationAccountAccessRole")] },
      named: { roleName: ["OrganizationAccountAccessRole"] },
    },
    {
      what: "the break-glass roles",
      in: ["security"],
      arns: { role: [role("org-baseline-break-glass-audit")] },
      named: { roleName: ["org-baseline-break-glass-audit"] },
    },
    {
      what: "the users whom break glass trusts, and their MFA devices",
      in: ["security"],
      arns: {
        user: ["arn:aws:iam::{account}:user/break-glass"],
        mfa: ["arn:aws:iam::{account}:mfa/break-glass"],
      },
      named: { userName: ["break-glass"] },
    },
    {
      what: "the providers by which people sign in",
      in: ["management", "security"],
      arns: { "saml-provider": ["arn:aws:iam::{account}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE"] },
    },
    {
      what: "the users, groups and policies of the management account",
      in: ["management"],
      arns: {
        user: ["arn:aws:iam::{account}:user/example"],
        mfa: ["arn:aws:iam::{account}:mfa/example"],
        group: ["arn:aws:iam::{account}:group/example"],
        policy: ["arn:aws:iam::{account}:policy/example"],
        "oidc-provider": ["arn:aws:iam::{account}:oidc-provider/token.example.com"],
      },
    },
  ],
  accounts: ["management", "security"],
  excused: [
    {
      reason: "adds",
      because: "a group, a policy, a profile, a certificate or a role of a service more: nobody has it yet",
      actions: [
        "CreateGroup",
        "CreateInstanceProfile",
        "CreatePolicy",
        "CreateServiceLinkedRole",
        "UploadServerCertificate",
      ],
    },
    {
      reason: "adds",
      because: "a request to be let in for a while, which somebody must still accept",
      actions: ["AssociateDelegationRequest", "CreateDelegationRequest"],
    },
    {
      reason: "refused",
      because:
        "a service-linked role goes only when its service no longer uses it (IAM API Reference, DeleteServiceLinkedRole)",
      actions: ["DeleteServiceLinkedRole"],
    },
    {
      reason: "refused",
      because:
        "a policy that is attached, and its default version, cannot be deleted (IAM API Reference: DeleteConflictException)",
      actions: ["DeletePolicy", "DeletePolicyVersion"],
    },
    {
      reason: "refused",
      because: "users change their own password only (IAM API Reference, ChangePassword)",
      actions: ["ChangePassword"],
    },
    {
      reason: "elsewhere",
      because: "denied in the management account; in members whoever acts by it is bound by the same guardrails",
      actions: ["AcceptDelegationRequest", "SendDelegationToken"],
    },
    {
      reason: "elsewhere",
      because: "it needs iam:PassRole on the role, which is denied (IAM API Reference, AddRoleToInstanceProfile)",
      actions: ["AddRoleToInstanceProfile"],
    },
    {
      reason: "harmless",
      because: "it takes a credential from a user of the management account, where the protected identities are roles",
      actions: ["DeleteAccessKey", "DeleteLoginProfile", "DeleteSigningCertificate"],
    },
    {
      reason: "harmless",
      because: "keys for CodeCommit and CloudFront, and certificates for load balancers",
      actions: [
        "DeleteCloudFrontPublicKey",
        "DeleteSSHPublicKey",
        "DeleteServerCertificate",
        "UpdateCloudFrontPublicKey",
        "UpdateSSHPublicKey",
        "UpdateServerCertificate",
        "UploadCloudFrontPublicKey",
        "UploadSSHPublicKey",
      ],
    },
    {
      reason: "harmless",
      because: "the names under which people find a sign-in page, a group or a role",
      actions: ["CreateAccountAlias", "DeleteAccountAlias", "UpdateGroup", "UpdateRoleDescription"],
    },
    {
      reason: "harmless",
      because: "nothing of ours signs in outside of AWS, or runs on an instance",
      actions: [
        "DeleteInstanceProfile",
        "DisableOutboundWebIdentityFederation",
        "EnableOutboundWebIdentityFederation",
        "RejectDelegationRequest",
        "RemoveRoleFromInstanceProfile",
      ],
    },
    {
      reason: "harmless",
      because: "no policy of the baseline decides by tags",
      actions: [
        "TagInstanceProfile",
        "TagMFADevice",
        "TagOpenIDConnectProvider",
        "TagPolicy",
        "TagRole",
        "TagSAMLProvider",
        "TagServerCertificate",
        "TagUser",
        "UntagInstanceProfile",
        "UntagMFADevice",
        "UntagOpenIDConnectProvider",
        "UntagPolicy",
        "UntagRole",
        "UntagSAMLProvider",
        "UntagServerCertificate",
        "UntagUser",
      ],
    },
  ],
};
