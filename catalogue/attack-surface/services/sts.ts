import type { ServiceSurface } from "../surface";

export const sts: ServiceSurface = {
  service: "sts",
  title: "AWS STS",
  records: "sts",
  things: [
    {
      what: "root users, in root sessions",
      in: ["member"],
      from: {
        accounts: ["management", "security"],
        actions: ["AssumeRoot"],
        source: "STS API Reference, AssumeRoot: the management account and the delegated administrator of IAM",
      },
      arns: { "root-user": ["arn:aws:iam::{account}:root"] },
    },
    {
      what: "the deploy roles, which trust the management account",
      in: ["security", "log archive"],
      from: {
        accounts: ["management"],
        actions: ["AssumeRole", "SetSourceIdentity", "TagSession"],
        source: "Organizations User Guide, OrganizationAccountAccessRole",
      },
      arns: { role: ["arn:aws:iam::{account}:role/OrganizationAccountAccessRole"] },
    },
    {
      what: "the pipeline's role, break glass and the break-glass roles",
      in: ["management", "security"],
      arns: { role: ["arn:aws:iam::{account}:role/org-baseline-break-glass"] },
    },
  ],
  accounts: ["management", "security"],
  excused: [
    {
      reason: "elsewhere",
      because: "the role's trust policy decides who becomes it, and changing that is denied",
      actions: [
        "AssumeRole",
        "AssumeRoleWithSAML",
        "AssumeRoleWithWebIdentity",
        "SetContext",
        "SetSourceIdentity",
        "TagSession",
      ],
    },
    {
      reason: "harmless",
      because: "a token for somebody who has its rights already, or a message made readable",
      actions: [
        "DecodeAuthorizationMessage",
        "GetDelegatedAccessToken",
        "GetFederationToken",
        "GetWebIdentityToken",
        "TagGetWebIdentityToken",
      ],
    },
  ],
};
