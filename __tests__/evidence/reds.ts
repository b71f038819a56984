import type { JsonObject } from "../../organization/services/json";
import { parseConfig, blueprintOf } from "../../config";
import { configuration } from "../support/configuration";
import { baseline, subject } from "./green";
import { changed, withLive, withPart, withSnapshot, type Red } from "./red";

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
    [
      "the audit is of next year",
      { ...subject, audit: subject.audit?.map((each) => ({ ...each, at: "2027-12-01T09:00:00Z" })) },
      /2027-12-01T09:00:00Z is in the future/,
    ],
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
      /has other policies attached: .*AdministratorAccess/,
    ],
    [
      "one admits everybody but those whom it names",
      withPart("rootAccess", "breakGlassRoles", (all) =>
        all.map((each) => ({
          ...each,
          trustPolicy: JSON.parse(JSON.stringify(each.trustPolicy).replaceAll("ArnLike", "ArnNotLike")) as JsonObject,
        })),
      ),
      /its trust policy is not as the stack makes it/,
    ],
    [
      "one opens sessions for every task but its own",
      withPart("rootAccess", "breakGlassRoles", (all) =>
        all.map((each) => ({
          ...each,
          inlinePolicies: JSON.parse(
            JSON.stringify(each.inlinePolicies).replaceAll("StringEquals", "StringNotEquals"),
          ) as typeof each.inlinePolicies,
        })),
      ),
      /may do more, less or other/,
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
