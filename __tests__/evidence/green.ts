import { pathsOf } from "../../alert-proof/paths";
import { parseConfig, blueprintOf, textOf, type BaselineConfig } from "../../config";
import type { AlarmsFacts } from "../../organization/services/alarms";
import type { AuditTrailFacts } from "../../organization/audit-trail";
import type { ManagementRootFacts, ProtectionParts, SecondChannelFacts } from "../../organization/protection";
import type { KnownCallFacts } from "../../organization/known-call";
import type { RootAccessFacts } from "../../organization/root-access";
import type { Snapshot } from "../../organization/tree/snapshot";
import type { RegionFacts } from "../../organization/threat-detection";
import type { Subject } from "../../evidence/control";
import { asRead, AT } from "../organization/as-read";
import { configuration, withGuardrails } from "../support/configuration";
import { filtersOf, rulesOn, topicOf } from "./green-alerts";
import { archiveBucket, key } from "./green-parts";
import { deliveriesOf, madeAlarms, madeBus, madeRole, madeSchedule } from "./synthesized";

const { guardrails, custody } = configuration();

/** The shipped configuration after the promotion of deny-root-user and a drill. */
const config: BaselineConfig = {
  ...withGuardrails({
    attach: guardrails.attach.map((each) => (each.id === "deny-root-user" ? { ...each, targets: ["root"] } : each)),
  }),
  custody: { ...custody, lastDrill: "2026-11-15" },
};
export const baseline = parseConfig(config);
export const blueprint = blueprintOf(baseline);
const { names, arns, accounts } = blueprint;

export const MEMBERS = [accounts.security.id, "333333333333", "444444444444"];

const UNITS: Snapshot["units"] = [
  { id: "ou-exam-work0000", name: "Workloads", path: "Workloads", parent: "r-exam" },
  { id: "ou-exam-cana0000", name: "Canary", path: "Workloads/Canary", parent: "ou-exam-work0000" },
];

/** The organization as the configuration would have it. */
const snapshot: Snapshot = {
  id: "o-exampleorgid",
  managementAccount: accounts.management.id,
  root: "r-exam",
  units: UNITS,
  accounts: [
    ...[accounts.management.id, ...MEMBERS.slice(0, 2)].map((id) => ({
      id,
      name: `a${id}`,
      status: "ACTIVE",
      unit: "r-exam",
    })),
    { id: "444444444444", name: "payments", status: "ACTIVE", unit: "ou-exam-cana0000" },
  ],
  policies: [
    {
      ...{ id: "p-FullAWSAccess", name: "FullAWSAccess", type: "SERVICE_CONTROL_POLICY", awsManaged: true },
      text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
      targets: ["r-exam", ...UNITS.map(({ id }) => id), accounts.management.id, ...MEMBERS],
    },
    ...blueprint.policies.map(({ id, type, text, targets }) => ({
      ...{ id: `p-${id}`, name: names.entry(id), type, awsManaged: false, text },
      targets: targets.map((target) =>
        target.kind === "root" ? "r-exam" : (UNITS.find(({ path }) => path === target.text)?.id ?? target.text),
      ),
    })),
  ],
};

/** What the stacks make of it. */
const atHome = madeAlarms(config).filter(({ place }) => place === `${accounts.management.id} ${baseline.homeRegion}`);

const detector = { id: "1", status: "ENABLED", features: [] };

/** What AWS would answer where everything is in force. */
export const green: ProtectionParts = {
  rootAccess: asRead<RootAccessFacts>({
    trustedAccess: ["iam.amazonaws.com"],
    features: ["RootCredentialsManagement", "RootSessions"],
    delegatedAdministrators: [{ id: accounts.security.id, name: "security" }],
    breakGlassRoles: baseline.rootAccess.breakGlass.tasks.flatMap(
      (task) => madeRole(config, names.breakGlassRole(task)) ?? [],
    ),
    securityContact: baseline.rootAccess.securityContact,
  }),
  managementRoot: asRead<ManagementRootFacts>({
    ...{ mfaEnabled: true, accessKeys: 0, signingCertificates: 0, virtualMfa: false },
  }),
  snapshot: { at: AT, value: snapshot },
  policyTypes: { at: AT, value: ["SERVICE_CONTROL_POLICY"] },
  auditTrail: asRead<AuditTrailFacts>({
    trail: {
      ...{
        arn: arns.trail(),
        name: names.trail,
        keyArn: key("trail").arn,
        bucket: names.trailBucket,
        logGroupArn: `${arns.trailLogGroup()}:*`,
        deliveryRoleArn: arns.role("111111111111", names.trailDeliveryRole),
      },
      ...{ logging: true, organization: true, multiRegion: true, globalEvents: true, validated: true },
      selectors: [{ FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }] }],
      ...{ basicSelectors: [], insights: [] },
      deliveries: { logFiles: { latest: AT }, digests: { latest: AT }, logGroup: { latest: AT } },
    },
    logGroup: { name: names.trailLogGroup, arn: "arn", retentionDays: 365, keyArn: key("trail-log-group").arn },
    bucket: archiveBucket(names.trailBucket, {
      objectLock: { mode: "GOVERNANCE", days: 365 },
      encryption: { algorithm: "aws:kms", keyArn: key("trail").arn, bucketKey: true },
      accessLogs: { bucket: names.accessLogBucket, prefix: "trail/" },
    }),
    accessLogBucket: archiveBucket(names.accessLogBucket, {}),
    keys: [key("trail"), key("trail-log-group")],
    deliveryRole: undefined,
  }),
  alarms: asRead<AlarmsFacts>({
    topics: blueprint.topics.map(({ name, severity, here }) =>
      topicOf(
        arns.topic(severity),
        name,
        here.map(({ protocol, endpoint }) => ({ protocol, endpoint: textOf(endpoint) })),
      ),
    ),
    keys: [key("alerts")],
    metricFilters: filtersOf(blueprint),
    alarms: atHome.map(({ thing }) => thing),
    bus: madeBus(config, names.alertBus),
    forwardRole: madeRole(config, names.eventForwardRole),
    forwardRules: [],
    alertRules: rulesOn(blueprint, "alert bus"),
  }),
  forwards: [...new Set(Object.values(blueprint.arrivalRegions).flat())].map((region) => ({
    region,
    rules: { at: AT, value: rulesOn(blueprint, `management, ${region}`) },
  })),
  secondChannel: asRead<SecondChannelFacts>({
    topics: [
      topicOf(arns.secondTopic(), names.secondChannel, [{ protocol: "email", endpoint: "second-channel@example.net" }]),
    ],
    keys: [{ ...key("x"), alias: `alias/${names.secondChannel}` }],
    rules: rulesOn(blueprint, "second channel"),
    bus: madeBus(config, names.secondChannel),
  }),
  ...deliveriesOf(config, { [accounts.management.id]: "management", [accounts.security.id]: "security" }),
  threatDetection: {
    regions: blueprint.governedRegions.map((region) => ({
      region,
      ...asRead<Omit<RegionFacts, "region">>({
        ...{ administrators: [accounts.security.id], management: detector, security: detector },
        organization: { autoEnableMembers: "ALL", features: [] },
        forwardRules: rulesOn(blueprint, `security, ${region}`),
      }),
    })),
    forwardRole: { at: AT, value: madeRole(config, names.findingForwardRole) },
  },
  knownCall: asRead<KnownCallFacts>({
    schedule: madeSchedule(config, names.knownEvent),
    role: madeRole(config, names.knownEvent),
  }),
  members: blueprint.governedRegions.map((region) => ({
    region,
    members: {
      at: AT,
      value: [accounts.management.id, ...MEMBERS.slice(1)].map((account) => ({ account, status: "Enabled" })),
    },
  })),
};

export const subject: Subject = {
  live: green,
  blueprint,
  audit: MEMBERS.map((id) => ({ id, at: AT, left: [] })),
  proof: pathsOf(blueprint).map(({ of }) => ({ of, at: AT })),
  now: new Date("2026-12-01T09:00:00Z"),
};
