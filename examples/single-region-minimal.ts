import { defineConfig } from "../config";

/**
 * For a look at the smallest baseline: one Region, no log archive account, no alternate contact, every default.
 * It protects less than the others: most detections and guardrails are left out. The warnings say more.
 */
export default defineConfig({
  name: "org-baseline",
  tags: {},
  organization: { mode: "existing", id: "o-exampleorgid" },
  accounts: { management: { id: "111111111111" }, security: { id: "222222222222" } },
  homeRegion: "us-east-1",
  // An attacker picks the Region that is not governed.
  regions: ["us-east-1"],
  rootAccess: {
    mode: "create",
    features: ["RootCredentialsManagement", "RootSessions"],
    breakGlass: { tasks: ["audit"], trust: { permissionSets: ["BreakGlass"] } },
  },
  guardrails: {
    attach: [
      { id: "deny-root-access-keys", targets: ["root"] },
      { id: "restrict-root-sessions", targets: ["root"] },
      { id: "deny-root-user", targets: ["Workloads/Canary"] },
    ],
  },
  // Without a log archive account the bucket lives in the management account.
  auditTrail: {
    mode: "create",
    lock: { mode: "GOVERNANCE", days: 90 },
    expireAfterDays: 400,
    logRetentionDays: 365,
  },
  // Neither all of "root" nor "blinding": one alarm, to see one. Other acts of root, and whoever switches the baseline
  // off, go unnoticed. An organization that is used chooses both sets.
  detections: ["root-console-login"],
  alerting: {
    subscriptions: [{ severity: "critical", protocol: "email", endpoint: "security-oncall@example.com" }],
  },
  threatDetection: { mode: "create" },
  custody: {
    mfaDevices: [
      { holder: "Head of Platform", kind: "hardware" },
      { holder: "Head of Security", kind: "hardware" },
    ],
    password: ["Chief Financial Officer"],
    mailboxAndPhone: ["IT Operations Lead"],
    lastReviewed: "2026-11-01",
  },
  terraform: { backend: { type: "none" } },
});
