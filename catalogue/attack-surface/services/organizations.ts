import type { ServiceSurface } from "../surface";

/** What a member account may do where the organization's resource policy delegates policy management to it. */
const DELEGABLE = {
  accounts: ["member"],
  actions: [
    "AttachPolicy",
    "CreatePolicy",
    "DeletePolicy",
    "DetachPolicy",
    "DisablePolicyType",
    "EnablePolicyType",
    "TagResource",
    "UntagResource",
    "UpdatePolicy",
  ],
  source: "Organizations User Guide, resource-based delegation policy examples",
} as const;

const org = (type: string, id: string): string => `arn:aws:organizations::{account}:${type}/o-exampleorgid/${id}`;

export const organizations: ServiceSurface = {
  service: "organizations",
  title: "AWS Organizations",
  records: "organizations",
  things: [
    {
      what: "the guardrails",
      in: ["management"],
      from: DELEGABLE,
      arns: { policy: [org("policy", "service_control_policy/p-example1")] },
    },
    {
      what: "the root, the units and the accounts on which guardrails hang",
      in: ["management"],
      from: DELEGABLE,
      arns: {
        root: [org("root", "r-exam")],
        organizationalunit: [org("ou", "ou-exam-example1")],
        account: [org("account", "222222222222"), org("account", "444444444444")],
      },
    },
    {
      what: "the organization's resource policy",
      in: ["management"],
      arns: { resourcepolicy: [org("resourcepolicy", "rp-example1")] },
    },
    {
      what: "invitations, and answers to them",
      in: ["management", "member"],
      arns: { handshake: [org("handshake", "invite/h-example1")] },
    },
  ],
  accounts: ["management"],
  excused: [
    {
      reason: "adds",
      because:
        "a unit or a policy that hangs nowhere, or an account of our own, which what hangs on the root holds for, too, and whose root user begins without a password (IAM User Guide, centrally manage root access)",
      actions: [
        "CreateAccount",
        "CreateGovCloudAccount",
        "CreateOrganizationalUnit",
        "CreatePolicy",
        "EnablePolicyType",
      ],
    },
    {
      reason: "harmless",
      because: "no policy of the baseline decides by tags",
      actions: ["TagResource", "UntagResource"],
    },
    {
      reason: "harmless",
      because: "an invitation that nobody accepts changes nothing",
      actions: ["CancelHandshake", "DeclineHandshake"],
    },
    {
      reason: "harmless",
      because:
        "it hands over the bill, and access to no account (Organizations API Reference, responsibility transfers)",
      actions: [
        "InviteOrganizationToTransferResponsibility",
        "TerminateResponsibilityTransfer",
        "UpdateResponsibilityTransfer",
      ],
    },
    {
      reason: "refused",
      because:
        "the account has an organization already, with all features (Organizations API Reference: AlreadyInOrganizationException, HandshakeConstraintViolationException)",
      actions: ["CreateOrganization", "EnableAllFeatures"],
    },
    {
      reason: "refused",
      because:
        "a unit with accounts in it cannot be deleted (Organizations API Reference: OrganizationalUnitNotEmptyException)",
      actions: ["DeleteOrganizationalUnit"],
    },
  ],
};
