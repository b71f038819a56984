import { defineConfig } from "../config";

/**
 * For an organization that Control Tower runs, with its trail, its log archive and GuardDuty in place. The baseline
 * uses those and changes none of them: it adds root access, guardrails, alarms and rules.
 */
export default defineConfig({
  name: "org-baseline",
  tags: { Owner: "platform-security" },

  organization: { mode: "existing", id: "o-exampleorgid" },
  accounts: {
    management: { id: "111111111111" },
    // Control Tower's audit account. Its own role reaches every account that it enrolled.
    security: { id: "222222222222", deployRole: "AWSControlTowerExecution" },
    logArchive: { id: "333333333333", deployRole: "AWSControlTowerExecution" },
  },

  // Control Tower's home Region: its trail and log group are there.
  homeRegion: "us-east-1",
  regions: ["us-east-1", "eu-west-1"],

  rootAccess: {
    mode: "create",
    features: ["RootCredentialsManagement", "RootSessions"],
    breakGlass: {
      tasks: ["audit", "unlock-bucket", "unlock-queue"],
      trust: {
        permissionSets: ["BreakGlass"],
        users: ["arn:aws:iam::222222222222:user/break-glass"],
      },
    },
  },

  guardrails: {
    attach: [
      { id: "deny-root-access-keys", targets: ["root"] },
      { id: "stay-in-organization", targets: ["root"] },
      { id: "restrict-root-sessions", targets: ["root"] },
      // A canary first. Control Tower's own AWS-GR_RESTRICT_ROOT_USER, where it is on, has no exemption for root
      // sessions unless its parameter ExemptAssumeRoot is set: set it, or switch that control off.
      { id: "deny-root-user", targets: ["Workloads/Canary"] },
      // The security and the log archive account, where they matter most. Lock-out: only the exempt roles change there
      // what the baseline made.
      { id: "protect-audit-trail", targets: ["222222222222", "333333333333", "Workloads/Canary"] },
      { id: "protect-threat-detection", targets: ["222222222222", "333333333333", "Workloads/Canary"] },
      { id: "protect-delivery-roles", targets: ["222222222222", "333333333333"] },
    ],
    // Control Tower updates its own parts with this role. One line for each member account below a protecting
    // guardrail: an account wildcard would let every member administrator create the exempt role.
    exemptPrincipals: [
      "arn:aws:iam::222222222222:role/AWSControlTowerExecution",
      "arn:aws:iam::333333333333:role/AWSControlTowerExecution",
      "arn:aws:iam::444444444444:role/AWSControlTowerExecution",
    ],
  },

  // A second organization trail would cost $2.00 per 100,000 management events in every account.
  auditTrail: {
    mode: "use",
    trailName: "aws-controltower-BaselineCloudTrail",
    logGroupName: "aws-controltower/CloudTrailLogs",
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

  // GuardDuty is delegated to the audit account already.
  threatDetection: { mode: "use" },

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
