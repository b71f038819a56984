import { defineConfig } from "../config";

/**
 * For an organization in AWS GovCloud (US), whose accounts have no root credentials to manage: only root sessions
 * exist there. The management account's custody is that of its associated account in the aws partition.
 */
export default defineConfig({
  name: "org-baseline",
  tags: { Owner: "platform-security" },

  organization: { mode: "existing", id: "o-exampleorgid" },
  accounts: {
    management: { id: "111111111111" },
    security: { id: "222222222222" },
    logArchive: { id: "333333333333" },
  },

  homeRegion: "us-gov-west-1",
  regions: ["us-gov-west-1", "us-gov-east-1"],

  rootAccess: {
    mode: "create",
    features: ["RootSessions"],
    breakGlass: {
      // The other tasks work on root credentials, which do not exist here.
      tasks: ["unlock-bucket", "unlock-queue"],
      trust: {
        permissionSets: ["BreakGlass"],
        users: ["arn:aws-us-gov:iam::222222222222:user/break-glass"],
      },
    },
  },

  guardrails: {
    // Five policies on a target in this partition, and FullAWSAccess is one: four are left.
    attach: [
      { id: "deny-root-access-keys", targets: ["root"] },
      { id: "stay-in-organization", targets: ["root"] },
      { id: "restrict-root-sessions", targets: ["root"] },
      { id: "deny-root-user", targets: ["Workloads/Canary"] },
      // The security and the log archive account, where they matter most. Lock-out: only the exempt roles change there
      // what the baseline made.
      { id: "protect-audit-trail", targets: ["222222222222", "333333333333", "Workloads/Canary"] },
      { id: "protect-threat-detection", targets: ["222222222222", "333333333333", "Workloads/Canary"] },
      { id: "protect-delivery-roles", targets: ["222222222222", "333333333333"] },
    ],
    exemptPrincipals: ["arn:aws-us-gov:iam::444444444444:role/platform/pipeline"],
  },

  auditTrail: {
    mode: "create",
    lock: { mode: "GOVERNANCE", days: 365 },
    expireAfterDays: 2557,
    logRetentionDays: 365,
  },

  // Not the whole set "root": a root user has no console and no password here, so nobody can sign in with them,
  // and there is no Account Management API to change contacts and addresses with.
  detections: [
    "root-access-key-used",
    "root-credential-created",
    "root-mfa-changed",
    "account-identity-changed",
    "root-api-call",
    "management-root-api-call",
    "central-root",
    "blinding",
    "guardduty-root",
    "cis-cloudwatch-1",
  ],
  alerting: {
    subscriptions: [
      { severity: "critical", protocol: "https", endpoint: "https://pager.example.com/aws" },
      { severity: "critical", protocol: "email", endpoint: "security-oncall@example.com" },
      { severity: "high", protocol: "email", endpoint: "security@example.com" },
      { severity: "medium", protocol: "email", endpoint: "security@example.com" },
      { severity: "low", protocol: "email", endpoint: "security-review@example.com" },
    ],
    // Tells of what would silence the endpoints above. In the security account; a key costs about $1 a month.
    secondChannel: {
      subscriptions: [{ protocol: "email", endpoint: "second-channel@example.net" }],
    },
  },

  threatDetection: { mode: "create", features: [] },

  custody: {
    mfaDevices: [
      { holder: "Head of Platform", kind: "hardware" },
      { holder: "Head of Security", kind: "hardware" },
    ],
    password: ["Chief Financial Officer"],
    mailboxAndPhone: ["IT Operations Lead"],
    lastReviewed: "2026-11-01",
  },

  terraform: { backend: { type: "s3", bucket: "example-terraform-state", region: "us-gov-west-1" } },
});
