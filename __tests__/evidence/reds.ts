import { parseConfig, blueprintOf } from "../../config";
import type { TrailFacts } from "../../organization/audit-trail";
import type { BucketFacts } from "../../organization/buckets";
import { AT } from "../organization/as-read";
import { configuration } from "../support/configuration";
import { baseline, blueprint, subject } from "./green";
import { changed, withLive, withPart, withSnapshot, type Red } from "./red";

const trail = (change: Partial<TrailFacts>) =>
  withPart("auditTrail", "trail", (found) => found && { ...found, ...change });
const bucket = (change: Partial<BucketFacts>) =>
  withPart("auditTrail", "bucket", (found) => found && { ...found, ...change });
const detached = (name: string) =>
  withSnapshot((found) => ({
    ...found,
    policies: found.policies.map((policy) => (policy.name === name ? { ...policy, targets: [] } : policy)),
  }));
const custody = (change: Partial<(typeof baseline)["custody"]>) => ({
  ...subject,
  blueprint: blueprintOf({ ...baseline, custody: { ...baseline.custody, ...change } }),
});
const { guardrails } = configuration();
const exception = { account: "444444444444", reason: "MFA Delete (CHG-1234)" };
const excepted = parseConfig({
  ...configuration(),
  guardrails: {
    ...guardrails,
    rootExceptions: [{ ...exception, from: "2026-12-01T08:00:00Z", until: "2026-12-03T08:00:00Z" }],
  },
});
const broadTrust = { Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::222222222222:root" } }] };

/** For each control, organizations in which it is not in force. */
export const REDS: Readonly<Record<string, readonly Red[]>> = {
  "root-features": [
    [
      "a feature is off",
      withPart("rootAccess", "features", () => ["RootCredentialsManagement"]),
      /^RootSessions: off$/,
    ],
    ["trusted access is off", withPart("rootAccess", "trustedAccess", () => []), /trusted access: off/],
  ],
  "root-administrator": [
    ["nobody is", withPart("rootAccess", "delegatedAdministrators", () => []), /222222222222 is not registered/],
    [
      "another is as well",
      withPart("rootAccess", "delegatedAdministrators", (found) => [...found, { id: "444444444444" }]),
      /^444444444444: 444444444444 administers root access as well$/,
    ],
  ],
  "root-credentials": [
    ["no audit was given", { ...subject, audit: undefined }, /3 member accounts: no audit was given/],
    ["an account is not in it", { ...subject, audit: subject.audit?.slice(1) }, /is not in the last audit/],
    [
      "something is left",
      { ...subject, audit: subject.audit?.map((each) => ({ ...each, left: ["a password"] })) },
      /444444444444 \(payments\): a password/,
    ],
    ["it is old", { ...subject, now: new Date("2027-02-01T00:00:00Z") }, /too long ago/],
  ],
  "guardrails-attached": [
    [
      "one is detached",
      detached("org-baseline-deny-root-user"),
      /^deny-root-user: attached to 0 of 1 targets, not to root$/,
    ],
    [
      "one was emptied",
      withSnapshot((found) => ({
        ...found,
        policies: found.policies.map((each) => ({ ...each, text: '{"Statement":[]}' })),
      })),
      /deny-root-user: says something else/,
    ],
    [
      "the type is off",
      withLive(({ policyTypes }) => ({ policyTypes: changed(policyTypes, () => []) })),
      /not enabled/,
    ],
    ["a unit is gone", withSnapshot((found) => ({ ...found, units: [] })), /not to Workloads\/Canary/],
  ],
  "root-denied": [
    [
      "the deny is detached",
      detached("org-baseline-deny-root-user"),
      /444444444444 \(payments\): root is let through \(s3:ListAllMyBuckets/,
    ],
  ],
  "root-exceptions": [
    [
      "one is open",
      { ...subject, blueprint: blueprintOf(excepted) },
      /444444444444: open until 2026-12-03T08:00:00Z: MFA Delete/,
    ],
  ],
  "trail-records": [
    ["it is stopped", trail({ logging: false }), /logging: stopped/],
    ["it is gone", withPart("auditTrail", "trail", () => undefined), /does not exist/],
    ["it is one account's", trail({ organization: false }), /one account only/],
    ["it is one Region's", trail({ multiRegion: false }), /one Region only/],
    ["global services are left out", trail({ globalEvents: false }), /global services: left out/],
    [
      "reads are left out",
      trail({
        selectors: [
          {
            FieldSelectors: [
              { Field: "eventCategory", Equals: ["Management"] },
              { Field: "readOnly", Equals: ["false"] },
            ],
          },
        ],
      }),
      /management events: some are left out/,
    ],
    ["no digests are written", trail({ validated: false }), /no digests/],
    ["it has no key", trail({ keyArn: undefined }), /no key of its own/],
    ["it has no log group", trail({ logGroupArn: undefined }), /no log group/],
  ],
  "trail-delivers": [
    [
      "a delivery is refused",
      trail({
        deliveries: {
          logFiles: { latest: AT, error: "AccessDenied" },
          digests: { latest: AT },
          logGroup: { latest: AT },
        },
      }),
      /log files: AccessDenied/,
    ],
    [
      "nothing came yet",
      trail({ deliveries: { logFiles: { latest: AT }, digests: { latest: AT }, logGroup: {} } }),
      /log group: nothing was delivered yet/,
    ],
    ["it is long ago", { ...subject, now: new Date("2026-12-03T08:00:00Z") }, /48 hours ago/],
    ["the trail is gone", withPart("auditTrail", "trail", () => undefined), /does not exist/],
  ],
  "trail-bucket": [
    [
      "the lock is shorter",
      bucket({ objectLock: { mode: "GOVERNANCE", days: 1 } }),
      /lock: GOVERNANCE, not GOVERNANCE for 365 days/,
    ],
    ["another key", bucket({ encryption: { algorithm: "AES256" } }), /not the trail's key/],
    ["it can be opened", bucket({ objectOwnership: "ObjectWriter" }), /can be opened/],
    ["it answers without TLS", bucket({ policy: undefined }), /not only TLS/],
    ["versions are not kept", bucket({ versioning: "Suspended" }), /not kept/],
    ["nobody logs who reads it", bucket({ accessLogs: undefined }), /access logs: not kept/],
    ["the trail delivers elsewhere", trail({ bucket: "another" }), /the trail delivers to another/],
    ["it is gone", withPart("auditTrail", "bucket", () => undefined), /does not exist/],
    ["the access logs' bucket is gone", withPart("auditTrail", "accessLogBucket", () => undefined), /does not exist/],
  ],
  "log-group": [
    [
      "it forgets",
      withPart("auditTrail", "logGroup", (found) => found && { ...found, retentionDays: 30 }),
      /30 days, not 365/,
    ],
    [
      "it has no key",
      withPart("auditTrail", "logGroup", (found) => found && { ...found, keyArn: undefined }),
      /no key of its own/,
    ],
    ["it is gone", withPart("auditTrail", "logGroup", () => undefined), /does not exist/],
  ],
  keys: [
    [
      "one waits for its deletion",
      withPart("auditTrail", "keys", (all) => all.map((each) => ({ ...each, state: "PendingDeletion" }))),
      /is PendingDeletion/,
    ],
    [
      "one does not rotate",
      withPart("alarms", "keys", (all) => all.map((each) => ({ ...each, rotation: false }))),
      /org-baseline-alerts: enabled, does not rotate/,
    ],
    ["one is gone", withPart("secondChannel", "keys", () => []), /second-channel: does not exist/],
  ],
  "management-root": [
    ["it has no MFA", withPart("managementRoot", "mfaEnabled", () => false), /MFA: off/],
    ["its MFA is an app", withPart("managementRoot", "virtualMfa", () => true), /kind of MFA: an app/],
    ["it has a key", withPart("managementRoot", "accessKeys", () => 1), /access keys: 1/],
    ["it has a certificate", withPart("managementRoot", "signingCertificates", () => 1), /signing certificates: 1/],
  ],
  "security-contact": [
    ["there is none", withPart("rootAccess", "securityContact", () => undefined), /none/],
    [
      "it is another",
      withPart("rootAccess", "securityContact", () => ({ name: "X", email: "x@example.com" })),
      /the configuration says aws-security@example\.com/,
    ],
  ],
  "break-glass-roles": [
    [
      "one trusts a whole account",
      withPart("rootAccess", "breakGlassRoles", (all) => all.map((each) => ({ ...each, trustPolicy: broadTrust }))),
      /trusts whom the configuration does not: arn:aws:iam::222222222222:root/,
    ],
    [
      "one trusts nobody",
      withPart("rootAccess", "breakGlassRoles", (all) => all.map((each) => ({ ...each, trustPolicy: {} }))),
      /no longer trusts/,
    ],
    [
      "one may do more",
      withPart("rootAccess", "breakGlassRoles", (all) =>
        all.map((each) => ({ ...each, attachedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"] })),
      ),
      /may do more/,
    ],
    [
      "one is gone",
      withPart("rootAccess", "breakGlassRoles", ([, ...rest]) => rest),
      /break-glass-audit: does not exist/,
    ],
    [
      "one is too many",
      withPart("rootAccess", "breakGlassRoles", (all) => [
        ...all,
        ...all.slice(0, 1).map((each) => ({ ...each, name: "org-baseline-break-glass-other" })),
      ]),
      /no task is configured/,
    ],
  ],
  custody: [
    ["nobody rehearsed it", custody({ lastDrill: undefined }), /drill: never/],
    [
      "the drill is long ago",
      custody({ lastDrill: "2025-01-01" }),
      /drill: 2025-01-01 \(699 days ago\): more than a year ago/,
    ],
    ["the review is to come", custody({ lastReviewed: "2027-01-01" }), /is in the future/],
  ],
};

export { blueprint };
