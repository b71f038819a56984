/** What AWS asks for one unit, in dollars, in us-east-1, in the first tier and before what is free. */
export interface Price {
  readonly dollars: number;
  /** How many units it is for. */
  readonly per: number;
  /** What a unit is, in the plural. */
  readonly units: string;
  readonly source: string;
  /** Month of the text in which it was read. */
  readonly asOf: string;
  /** Whether that text was AWS's own: its price page or its price list. Others are to be looked up before one relies on them. */
  readonly isConfirmed: boolean;
}

type Read = Pick<Price, "source" | "asOf" | "isConfirmed">;

const page = (service: string): string => `https://aws.amazon.com/${service}/pricing/`;
const byAws = (service: string, asOf: string): Read => ({ source: page(service), asOf, isConfirmed: true });
const byOthers = (service: string, asOf: string): Read => ({ source: page(service), asOf, isConfirmed: false });

const CLOUDWATCH = byAws("cloudwatch", "2025-10");
const CLOUDTRAIL = byAws("cloudtrail", "2025-07");
const GUARDDUTY = byOthers("guardduty", "2026-06");
const SNS = byOthers("sns", "2026-06");
const S3 = byOthers("s3", "2026-06");

/**
 * List prices, for the figures of documents and for `cost`. They differ from Region to Region; whoever pays has
 * discounts, and what is free each month is left out.
 */
export const PRICES = {
  key: { dollars: 1, per: 1, units: "keys", ...byAws("kms", "2023-10") },
  keyRequests: { dollars: 0.03, per: 10_000, units: "requests", ...byOthers("kms", "2026-06") },
  alarm: { dollars: 0.1, per: 1, units: "alarms", ...CLOUDWATCH },
  highResolutionAlarm: { dollars: 0.3, per: 1, units: "alarms", ...CLOUDWATCH },
  metric: { dollars: 0.3, per: 1, units: "metrics", ...CLOUDWATCH },
  logIngestion: { dollars: 0.5, per: 1, units: "GB", ...CLOUDWATCH },
  logStorage: { dollars: 0.03, per: 1, units: "GB", ...CLOUDWATCH },
  objectStorage: { dollars: 0.023, per: 1, units: "GB", ...S3 },
  objectWrites: { dollars: 0.005, per: 1_000, units: "requests", ...S3 },
  firstCopy: { dollars: 0, per: 100_000, units: "events", ...CLOUDTRAIL },
  dataEvents: { dollars: 0.1, per: 100_000, units: "events", ...CLOUDTRAIL },
  insights: { dollars: 0.35, per: 100_000, units: "events", ...CLOUDTRAIL },
  threatEvents: { dollars: 4, per: 1_000_000, units: "events", ...GUARDDUTY },
  threatFlows: { dollars: 1, per: 1, units: "GB", ...GUARDDUTY },
  threatObjectEvents: { dollars: 0.8, per: 1_000_000, units: "events", ...GUARDDUTY },
  threatClusterEvents: { dollars: 1.6, per: 1_000_000, units: "events", ...GUARDDUTY },
  threatVolumes: { dollars: 0.03, per: 1, units: "GB", ...GUARDDUTY },
  threatDatabases: { dollars: 1, per: 1, units: "vCPUs", ...GUARDDUTY },
  threatFunctions: { dollars: 1, per: 1, units: "GB", ...GUARDDUTY },
  threatRuntime: { dollars: 1.5, per: 1, units: "vCPUs", ...GUARDDUTY },
  messages: { dollars: 0.5, per: 1_000_000, units: "messages", ...SNS },
  mails: { dollars: 2, per: 100_000, units: "messages", ...SNS },
  calls: { dollars: 0.6, per: 1_000_000, units: "messages", ...SNS },
  streamed: { dollars: 0.19, per: 1_000_000, units: "messages", ...SNS },
  /** Source of the zero: SNS asks nothing for the way to a queue or a function. */
  toService: { dollars: 0, per: 1_000_000, units: "messages", ...SNS },
  forwardedEvents: { dollars: 1, per: 1_000_000, units: "events", ...byOthers("eventbridge", "2026-03") },
  queueRequests: { dollars: 0.4, per: 1_000_000, units: "requests", ...byOthers("sqs", "2026-06") },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceId = keyof typeof PRICES;

/** What so many units cost, in dollars. */
export const priceOf = (id: PriceId, quantity: number): number => (quantity / PRICES[id].per) * PRICES[id].dollars;
