import { defineConfig, GUARDRAIL_IDS } from "../config";

/**
 * For a new organization of three accounts, with nothing in it that could break. The baseline owns the organization,
 * every guardrail is attached to the root from the first day, and state is shared from the first apply.
 */
export default defineConfig({
  name: "org-baseline",
  tags: { Owner: "platform-security" },

  // Lock-out: a service principal that is not listed is switched off. A plan that would do so is refused.
  organization: {
    mode: "owned",
    id: "o-exampleorgid",
    trustedAccess: [
      "cloudtrail.amazonaws.com",
      "guardduty.amazonaws.com",
      "iam.amazonaws.com",
      "malware-protection.guardduty.amazonaws.com",
      "sso.amazonaws.com",
    ],
    policyTypes: ["SERVICE_CONTROL_POLICY"],
  },
  accounts: {
    management: { id: "111111111111" },
    security: { id: "222222222222" },
    logArchive: { id: "333333333333" },
  },

  homeRegion: "us-east-1",
  // Every Region that accounts have without opting in. Cost: an empty Region costs GuardDuty next to nothing.
  regions: "default-enabled",

  rootAccess: {
    mode: "create",
    // Before the first member account is created: it then never has root credentials.
    features: ["RootCredentialsManagement", "RootSessions"],
    breakGlass: {
      tasks: ["audit", "unlock-bucket", "unlock-queue"],
      trust: {
        permissionSets: ["BreakGlass"],
        users: ["arn:aws:iam::222222222222:user/break-glass"],
      },
    },
    securityContact: {
      name: "Security Team",
      title: "Security on call",
      email: "aws-security@example.com",
      phone: "+1-555-0100",
    },
  },

  guardrails: {
    // Every guardrail of docs/guardrails.md but deny-root-sign-in, which needs a switch first, and each that a later
    // version adds: its plan shows it. Lock-out: none today, as no workload depends on root. From now on accounts cannot
    // opt in to Regions themselves, and nobody but the deploy roles changes roles of the exempt names. To choose, list
    // them: { id: "deny-root-user", targets: ["root"] }.
    attach: GUARDRAIL_IDS.map((id) => ({ id, targets: ["root"] })),
    // AWS allows ten policies on a target, and FullAWSAccess is one of them. Two packs leave room for your own.
    packs: [
      { name: "root-users", guardrails: ["deny-root-user", "deny-root-access-keys", "restrict-root-sessions"] },
      { name: "accounts", guardrails: ["stay-in-organization", "protect-account-identity"] },
    ],
  },

  auditTrail: {
    mode: "create",
    lock: { mode: "GOVERNANCE", days: 365 },
    expireAfterDays: 2557,
    logRetentionDays: 365,
  },

  // Every act of a root user, every root session, and whatever would blind you. Cost: about $0.40 a month for each.
  detections: ["root", "central-root", "blinding", "guardduty-root", "cis-cloudwatch-1"],
  alerting: {
    subscriptions: [
      { severity: "critical", protocol: "email", endpoint: "security-oncall@example.com" },
      { severity: "critical", protocol: "https", endpoint: "https://pager.example.com/aws" },
      { severity: "high", protocol: "email", endpoint: "security@example.com" },
      { severity: "medium", protocol: "email", endpoint: "security@example.com" },
      { severity: "low", protocol: "email", endpoint: "security-review@example.com" },
    ],
    // Tells of what would silence the endpoints above. In the security account; a key costs about $1 a month.
    secondChannel: {
      subscriptions: [{ protocol: "email", endpoint: "second-channel@example.net" }],
    },
  },

  // Cost: both plans by use, which is little at the beginning.
  threatDetection: { mode: "create", features: ["S3_DATA_EVENTS", "EBS_MALWARE_PROTECTION"] },

  custody: {
    mfaDevices: [
      { holder: "Head of Platform", kind: "hardware" },
      { holder: "Head of Security", kind: "hardware" },
    ],
    password: ["Chief Financial Officer"],
    mailboxAndPhone: ["IT Operations Lead"],
    lastReviewed: "2026-11-01",
  },

  terraform: { backend: { type: "s3", bucket: "example-terraform-state", region: "us-east-1" } },
});
