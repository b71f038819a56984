import { defineConfig } from "./config";

/**
 * The one file to edit. It describes an organization that exists already. Every choice is safe on day one, costs little
 * and locks nobody out. For what else a field can hold, hover over it or read docs/configuration.md.
 */
export default defineConfig({
  // Prefix of every name. Lock-out: none. But changing it later replaces everything that has it in its name.
  name: "org-baseline",
  tags: { Owner: "platform-security", Repository: "https://git.example.com/platform/org-baseline" },

  // The organization is read, never owned: its trusted access and policy types stay as they are.
  organization: { mode: "existing", id: "o-exampleorgid" },
  accounts: {
    management: { id: "111111111111" },
    security: { id: "222222222222" },
    logArchive: { id: "333333333333" },
  },

  homeRegion: "us-east-1",
  // Cost: GuardDuty bills each Region by use. "default-enabled" covers every Region that accounts have by default. An
  // attacker picks the one that you left out.
  regions: ["us-east-1", "eu-west-1"],

  rootAccess: {
    mode: "create",
    // Cost: none. Lock-out: none. Existing root credentials stay until somebody deletes them.
    features: ["RootCredentialsManagement", "RootSessions"],
    breakGlass: {
      // Left out on purpose: create-password makes root sign-in possible again, delete-credentials cannot be undone.
      tasks: ["audit", "unlock-bucket", "unlock-queue", "delete-credentials"],
      trust: {
        permissionSets: ["BreakGlass"],
        // The way in when the identity provider is down. Its MFA device is in the safe.
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
    attach: [
      // Cost: none. Lock-out: none. No task needs a root access key.
      { id: "deny-root-access-keys", targets: ["root"] },
      // Lock-out: an account can no longer leave by itself. To move one away, detach this first.
      { id: "stay-in-organization", targets: ["root"] },
      // Lock-out: only the break-glass roles above open root sessions from the security account.
      { id: "restrict-root-sessions", targets: ["root"] },
      // A canary first. Promote to ["root"] after an empty audit and a break-glass drill.
      { id: "deny-root-user", targets: ["Workloads/Canary"] },
      // The security and the log archive account, where they matter most. Lock-out: only the deploy roles change there
      // what the baseline made. Create the break-glass user, if it does not exist yet, with the deploy role.
      { id: "protect-audit-trail", targets: ["222222222222", "333333333333", "Workloads/Canary"] },
      { id: "protect-threat-detection", targets: ["222222222222", "333333333333", "Workloads/Canary"] },
      { id: "protect-alerting", targets: ["222222222222"] },
      { id: "protect-delivery-roles", targets: ["222222222222", "333333333333"] },
      { id: "protect-log-archive", targets: ["333333333333"] },
    ],
  },

  auditTrail: {
    // If an organization trail exists already (Control Tower): { mode: "use", trailName, logGroupName }. A second one
    // costs $2.00 per 100,000 management events in every account.
    mode: "create",
    // Cost: you pay for the storage for at least a year. Whoever has s3:BypassGovernanceRetention can still lift the lock.
    lock: { mode: "GOVERNANCE", days: 365 },
    // Cost: seven years of storage, noncurrent versions included.
    expireAfterDays: 2557,
    // Cost: CloudWatch Logs ingestion and storage of every management event of the organization.
    logRetentionDays: 365,
  },

  // Cost: about $0.40 a month for each detection on the trail (a metric and an alarm), cents for the others.
  // The other CIS filters are for auditors and scanners. "cis" adds them, with severity record, which mails nobody.
  detections: ["root", "central-root", "blinding", "guardduty-root", "cis-cloudwatch-1"],
  alerting: {
    subscriptions: [
      { severity: "critical", protocol: "email", endpoint: "security-oncall@example.com" },
      { severity: "critical", protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:111111111111:pager" },
      { severity: "high", protocol: "email", endpoint: "security@example.com" },
      { severity: "medium", protocol: "email", endpoint: "security@example.com" },
      { severity: "low", protocol: "email", endpoint: "security-review@example.com" },
    ],
    // Tells of what would silence the endpoints above. In the security account; a key costs about $1 a month.
    secondChannel: {
      subscriptions: [{ protocol: "email", endpoint: "second-channel@example.net" }],
    },
  },

  // If GuardDuty is delegated to the security account already: { mode: "use" } adds only the alerts.
  // Cost: analysis of CloudTrail, DNS and flow logs, per account and Region. Optional features are off.
  threatDetection: { mode: "create", features: [] },

  // For the auditor. Nothing of it reaches Terraform. Nobody is in two of the three groups.
  custody: {
    mfaDevices: [
      { holder: "Head of Platform", kind: "hardware" },
      { holder: "Head of Security", kind: "hardware" },
    ],
    password: ["Chief Financial Officer"],
    mailboxAndPhone: ["IT Operations Lead"],
    lastReviewed: "2026-11-01",
  },

  terraform: {
    // For a first look. A team uses { type: "s3", bucket, region } or whatever its pipeline has.
    backend: { type: "local", directory: "../../../terraform-state" },
  },
});
