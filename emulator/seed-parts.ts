/** A trail that another tool made, with its bucket and log group. */
export interface PreviousTrail {
  readonly name: string;
  readonly region: string;
  readonly bucket: string;
  /** @default - the management account */
  readonly bucketAccount?: string;
  /** @default - no delivery to CloudWatch Logs */
  readonly logGroup?: string;
  /** Name of the role of that delivery, with its path. @default "CloudTrailToCloudWatchLogs" */
  readonly logRole?: string;
  readonly keyPrefix?: string;
  readonly kmsKeyId?: string;
  /** @default false */
  readonly organization?: boolean;
  /** @default true */
  readonly multiRegion?: boolean;
  /** @default true */
  readonly logFileValidation?: boolean;
  /** @default true */
  readonly logging?: boolean;
}

/** A key of a root user. Days are counted from when the emulator starts. */
export interface RootAccessKeySeed {
  /** @default - since 1 January 2024 */
  readonly createdDaysAgo?: number;
  /** @default - never used */
  readonly usedDaysAgo?: number;
  /** @default false */
  readonly inactive?: boolean;
}

/** What the root user of an account holds; an account that is not listed holds nothing. */
export interface RootCredentialsSeed {
  readonly accountId: string;
  readonly password?: boolean;
  /** @default - never used */
  readonly passwordUsedDaysAgo?: number;
  readonly accessKeys?: readonly RootAccessKeySeed[];
  readonly mfaDevices?: readonly ("virtual" | "hardware" | "passkey")[];
  readonly signingCertificates?: number;
  /** Whether a policy of the organization denies the account's root user everything. @default false */
  readonly denied?: boolean;
}
