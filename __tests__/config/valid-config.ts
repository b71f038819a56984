import type { BaselineConfig } from "../../config";

/** A valid configuration with something in every part. Tests change one thing of it and name what happens. */
export const validConfig: BaselineConfig = {
  name: "org-baseline",
  tags: { Owner: "platform-security" },
  organization: { mode: "existing", id: "o-exampleorgid" },
  accounts: {
    management: { id: "111111111111" },
    security: { id: "222222222222" },
    logArchive: { id: "333333333333" },
  },
  homeRegion: "us-east-1",
  regions: ["us-east-1", "eu-west-1"],
  rootAccess: {
    mode: "create",
    features: ["RootCredentialsManagement", "RootSessions"],
    breakGlass: {
      tasks: ["audit", "unlock-bucket"],
      trust: { permissionSets: ["BreakGlass"], users: ["arn:aws:iam::222222222222:user/break-glass"] },
    },
    securityContact: {
      name: "Security Team",
      title: "On call",
      email: "aws-security@example.com",
      phone: "+1-555-0100",
    },
  },
  guardrails: {
    attach: [
      { id: "deny-root-access-keys", targets: ["root"] },
      { id: "restrict-root-sessions", targets: ["root"] },
      { id: "deny-root-user", targets: ["Workloads/Canary", "444444444444"] },
    ],
    exemptPrincipals: ["arn:aws:iam::444444444444:role/pipeline"],
  },
  auditTrail: {
    mode: "create",
    lock: { mode: "GOVERNANCE", days: 365 },
    expireAfterDays: 2557,
    logRetentionDays: 365,
    dataEvents: [{ resourceType: "AWS::S3::Object" }],
    readers: ["555555555555"],
  },
  detections: ["root-console-login", "cis-cloudwatch-1", "guardduty-root-credential-usage"],
  alerting: {
    subscriptions: [
      { severity: "critical", protocol: "https", endpoint: "https://pager.example.com/aws" },
      { severity: "high", protocol: "email", endpoint: "security@example.com" },
    ],
  },
  threatDetection: {
    mode: "create",
    features: ["S3_DATA_EVENTS", "RUNTIME_MONITORING"],
    runtimeAgents: ["EC2_AGENT_MANAGEMENT"],
    unavailableFeatures: { "eu-west-1": ["RUNTIME_MONITORING"] },
  },
  custody: {
    mfaDevices: [
      { holder: "Head of Platform", kind: "hardware" },
      { holder: "Head of Security", kind: "virtual" },
    ],
    password: ["Chief Financial Officer"],
    mailboxAndPhone: ["IT Operations Lead"],
    lastReviewed: "2026-11-01",
    lastDrill: "2026-10-01",
  },
  terraform: {
    backend: { type: "s3", bucket: "example-terraform-state", region: "us-east-1" },
    defaultTags: { CostCentre: "4711" },
  },
  adopt: { "aws_s3_bucket.log": "example-log" },
  release: ["aws_sns_topic.old"],
};
