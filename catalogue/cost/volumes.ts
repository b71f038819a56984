/** How much of something there is in a month. */
export interface Volume {
  /** What is counted, with its unit. */
  readonly says: string;
  /** Taken where nobody gives it. Undefined where nothing would be a fair guess: its items show the price alone. */
  readonly assumed?: number;
  /** Whether the assumption is for each account. */
  readonly isPerAccount?: boolean;
}

/**
 * What the costs of a month depend on beside the configuration. The assumptions are ours, of a small organization: they
 * are named wherever they count, and replaced by what the operator knows.
 */
export const VOLUMES = {
  accounts: { says: "accounts of the organization", assumed: 10 },
  "management-events": {
    says: "management events that CloudTrail records, in the whole organization",
    assumed: 300_000,
    isPerAccount: true,
  },
  "event-bytes": { says: "bytes of an event, as CloudTrail writes it", assumed: 1_500 },
  "active-regions": { says: "Regions in which an account has events in each five minutes", assumed: 2 },
  messages: { says: "alerts, each to everybody who is told", assumed: 100 },
  "forwarded-events": { says: "events that cross accounts or Regions to be told of", assumed: 1_000 },
  "data-events": { says: "data events that the trail records" },
  "flow-gb": { says: "GB of flow and DNS logs that GuardDuty analyses" },
  "guardduty-object-events": { says: "S3 data events that GuardDuty analyses" },
  "guardduty-cluster-events": { says: "EKS audit log events that GuardDuty analyses" },
  "guardduty-volume-gb": { says: "GB of volumes that GuardDuty scans for malware" },
  "guardduty-database-vcpus": { says: "vCPUs of databases whose logins GuardDuty watches" },
  "guardduty-function-gb": { says: "GB of network logs of functions that GuardDuty analyses" },
  "guardduty-runtime-vcpus": { says: "vCPUs that Runtime Monitoring watches" },
} as const satisfies Readonly<Record<string, Volume>>;

export type VolumeId = keyof typeof VOLUMES;

export const VOLUME_IDS = Object.keys(VOLUMES) as VolumeId[];
