import { paginateListMembers, type GuardDutyClient } from "@aws-sdk/client-guardduty";
import { GetAccountSummaryCommand, type IAMClient, paginateListVirtualMFADevices } from "@aws-sdk/client-iam";
import { type OrganizationsClient, paginateListRoots } from "@aws-sdk/client-organizations";
import { blueprintOf, type Baseline } from "../config";
import { readAlarms, type AlarmsFacts } from "./services/alarms";
import { readAuditTrail, type AuditTrailFacts } from "./audit-trail";
import type { Clients } from "./clients/clients";
import { readKnownCall, type KnownCallFacts } from "./known-call";
import { readDeliveries, type DeliveryParts } from "./deliveries";
import { readDetector } from "./services/detectors";
import { readEventBus, readEventRules, type EventBusFacts, type EventRuleFacts } from "./services/event-rules";
import { enabledTypes } from "./guardrails";
import { checkOrganization } from "./clients/identity";
import { readKeys, type KeyFacts } from "./services/keys";
import { everything } from "./clients/pages";
import { readingOf, readingsOf, type Parts, type Reading } from "./clients/reading";
import { readRootAccess, type RootAccessFacts } from "./root-access";
import { readSnapshot, type Snapshot } from "./tree/snapshot";
import { readThreatDetection, type ThreatDetectionParts } from "./threat-detection";
import { readTopics, type TopicFacts } from "./services/topics";

/** A member account of GuardDuty's administrator in a Region. */
export interface MemberFacts {
  readonly account: string;
  /** As GuardDuty says it: `Enabled`, `Removed`, … */
  readonly status: string;
}

/** What the root user of the management account has. Counts, as IAM's account summary gives them. */
export interface ManagementRootFacts {
  readonly mfaEnabled: boolean;
  readonly accessKeys: number;
  readonly signingCertificates: number;
  /** Whether one of its MFA devices is an app. */
  readonly virtualMfa: boolean;
}

/** What stands beside the alarms in the security account. */
export interface SecondChannelFacts {
  readonly topics: readonly TopicFacts[];
  readonly keys: readonly KeyFacts[];
  readonly rules: readonly EventRuleFacts[];
  readonly bus?: EventBusFacts;
}

/** Everything that decides whether the protection is in force, each part with the time of its reading. */
export interface ProtectionParts extends DeliveryParts {
  readonly rootAccess: Parts<RootAccessFacts>;
  readonly managementRoot: Parts<ManagementRootFacts>;
  /** Units, accounts, and every service and resource control policy. */
  readonly snapshot: Reading<Snapshot>;
  readonly policyTypes: Reading<readonly string[]>;
  readonly auditTrail: Parts<AuditTrailFacts>;
  readonly alarms: Parts<AlarmsFacts>;
  /** On the default bus of the management account, wherever calls arrive there. */
  readonly forwards: readonly { readonly region: string; readonly rules: Reading<readonly EventRuleFacts[]> }[];
  readonly secondChannel: Parts<SecondChannelFacts>;
  readonly knownCall: Parts<KnownCallFacts>;
  readonly threatDetection: ThreatDetectionParts;
  readonly members: readonly { readonly region: string; readonly members: Reading<readonly MemberFacts[]> }[];
}

/** Name with which IAM's serial of the root user's app ends. Source: IAM User Guide, aws:MultiFactorAuth serial numbers. */
const ROOT_MFA = /:mfa\/root-account-mfa-device/;

function readManagementRoot(client: IAMClient): Promise<Parts<ManagementRootFacts>> {
  const summary = client.send(new GetAccountSummaryCommand({})).then(({ SummaryMap = {} }) => {
    const counts: Readonly<Record<string, number | undefined>> = SummaryMap;
    return (name: string): number => counts[name] ?? 0;
  });
  const devices = everything(
    paginateListVirtualMFADevices({ client }, { AssignmentStatus: "Assigned" }),
    (page) => page.VirtualMFADevices,
  );
  return readingsOf<ManagementRootFacts>({
    mfaEnabled: summary.then((count) => count("AccountMFAEnabled") > 0),
    accessKeys: summary.then((count) => count("AccountAccessKeysPresent")),
    signingCertificates: summary.then((count) => count("AccountSigningCertificatesPresent")),
    virtualMfa: devices.then((all) => all.some(({ SerialNumber = "" }) => ROOT_MFA.test(SerialNumber))),
  });
}

async function readPolicyTypes(client: OrganizationsClient): Promise<readonly string[]> {
  const [root] = await everything(paginateListRoots({ client }, {}), (page) => page.Roots);
  return enabledTypes(root);
}

async function readMembers(client: GuardDutyClient): Promise<readonly MemberFacts[]> {
  const detector = await readDetector(client);
  if (detector === undefined) return [];
  const members = await everything(
    paginateListMembers({ client }, { DetectorId: detector.id, OnlyAssociated: "false" }),
    (page) => page.Members,
  );
  return members.map(({ AccountId = "", RelationshipStatus = "" }) => ({
    account: AccountId,
    status: RelationshipStatus,
  }));
}

function readSecondChannel(clients: Clients, baseline: Baseline): Promise<Parts<SecondChannelFacts>> {
  const { names, accounts, homeRegion } = blueprintOf(baseline);
  const { secondChannel: name } = names;
  const at = clients.at(accounts.security.id);
  const wanted = { account: accounts.security.id, region: homeRegion, bus: name, prefix: name };
  return readingsOf<SecondChannelFacts>({
    topics: readTopics(at.sns(), [name]),
    keys: readKeys(at.kms(), [`alias/${name}`]),
    rules: readEventRules(at.eventBridge(), wanted),
    bus: readEventBus(at.eventBridge(), name),
  });
}

/** Reads everything of which verify judges, from the configured organization. Changes nothing. */
export async function readProtection(clients: Clients, baseline: Baseline): Promise<ProtectionParts> {
  const { accounts, arrivalRegions, governedRegions, names, partition } = blueprintOf(baseline);
  const { globalRegion } = partition;
  const { organizations, iam } = clients.at(accounts.management.id);
  // First of all, and alone: nothing is asked of another organization, and without an answer there is nothing to judge.
  await checkOrganization(clients, baseline);
  const regions = new Set(Object.values(arrivalRegions).flat());
  // The rules there are read among what tells of alarms.
  regions.delete(globalRegion);
  const forwards = [...regions].map(async (region) => {
    const wanted = { account: accounts.management.id, region, bus: "default", prefix: names.entry("") };
    const client = clients.at(accounts.management.id, region).eventBridge();
    return { region, rules: await readingOf(readEventRules(client, wanted)) };
  });
  const members = governedRegions.map(async (region) => {
    const client = clients.at(accounts.security.id, region).guardDuty();
    return { region, members: await readingOf(readMembers(client)) };
  });
  const [
    rootAccess,
    managementRoot,
    snapshot,
    policyTypes,
    auditTrail,
    alarms,
    secondChannel,
    deliveries,
    threatDetection,
    knownCall,
  ] = await Promise.all([
    readRootAccess(clients, baseline),
    readManagementRoot(iam()),
    readingOf(readSnapshot(clients, baseline)),
    readingOf(readPolicyTypes(organizations())),
    readAuditTrail(clients, baseline),
    readAlarms(clients, baseline),
    readSecondChannel(clients, baseline),
    readDeliveries(clients, baseline),
    readThreatDetection(clients, baseline),
    readKnownCall(clients, baseline),
  ]);
  return {
    ...{
      rootAccess,
      managementRoot,
      snapshot,
      policyTypes,
      auditTrail,
      alarms,
      secondChannel,
      threatDetection,
      knownCall,
    },
    forwards: [{ region: globalRegion, rules: alarms.forwardRules }, ...(await Promise.all(forwards))],
    members: await Promise.all(members),
    ...deliveries,
  };
}
