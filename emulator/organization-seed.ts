import type { PreviousTrail, RootCredentialsSeed } from "./seed-parts";

/** An AWS organization as it stands before the first deployment. Ids are kept; everything else is made up by the emulator. */
export interface OrganizationSeed {
  readonly organization: {
    readonly id: string;
    readonly managementAccount: string;
    readonly email: string;
    /** @default "ALL" */
    readonly featureSet?: "ALL" | "CONSOLIDATED_BILLING";
    /** Service principals with trusted access. */
    readonly trustedAccess?: readonly string[];
    readonly policyTypes?: readonly string[];
    /** Service control policies on one target. @default 10, AWS's own quota */
    readonly policiesPerTarget?: number;
    readonly rootFeatures?: readonly ("RootCredentialsManagement" | "RootSessions")[];
    readonly delegatedAdministrators?: readonly { readonly accountId: string; readonly servicePrincipal: string }[];
  };
  /** Member accounts. `ou` is a path, @default - directly under the root. */
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly ou?: string;
    /** As Organizations says it. @default "ACTIVE" */
    readonly status?: "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE" | "PENDING_ACTIVATION";
  }[];
  /** Accounts that were invited, by id or by e-mail address. @default - none */
  readonly invitations?: readonly (({ readonly accountId: string } | { readonly email: string }) & {
    /** As Organizations says it. @default "OPEN" */
    readonly state?: "OPEN" | "REQUESTED" | "DECLINED";
  })[];
  /** Paths, a parent before its children. */
  readonly organizationalUnits: readonly string[];
  /** Service control policies; a target is "root", a path, or an account id. */
  readonly policies?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly content: object;
    readonly targets: readonly string[];
  }[];
  readonly trails?: readonly PreviousTrail[];
  readonly detectors?: readonly { readonly accountId: string; readonly regions: readonly string[] }[];
  /** Protection plans of GuardDuty, and agents of plans, that a Region refuses by name. @default - none */
  readonly guardDutyNotOffered?: Readonly<Record<string, readonly string[]>>;
  readonly guardDutyAdministrator?: { readonly accountId: string; readonly regions: readonly string[] };
  /** Roles that trust the management account, beside OrganizationAccountAccessRole, which every member has. */
  readonly roles?: readonly { readonly accountId: string; readonly name: string }[];
  readonly rootCredentials?: readonly RootCredentialsSeed[];
  /** Accounts in which AWS throttles every call once. @default - none */
  readonly throttlingAccounts?: readonly string[];
  /** Endpoints of which nobody has confirmed the subscriptions yet. @default - all confirm at once */
  readonly unconfirmed?: readonly string[];
}

const REGION_GUARD = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "DenyOutsideRegions",
      Effect: "Deny",
      NotAction: ["iam:*", "organizations:*", "sts:*", "support:*"],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] } },
    },
  ],
};

/** A team that has an organization, and none of this product yet. */
export const existingOrganization: OrganizationSeed = {
  organization: {
    id: "o-exampleorgid",
    managementAccount: "111111111111",
    email: "management@example.com",
    trustedAccess: [
      "iam.amazonaws.com",
      "cloudtrail.amazonaws.com",
      "guardduty.amazonaws.com",
      "malware-protection.guardduty.amazonaws.com",
      "sso.amazonaws.com",
      "account.amazonaws.com",
    ],
    policyTypes: ["SERVICE_CONTROL_POLICY"],
  },
  organizationalUnits: ["Security", "Workloads", "Workloads/Prod", "Workloads/Canary", "Sandbox"],
  accounts: [
    { id: "222222222222", name: "security", email: "security@example.com", ou: "Security" },
    { id: "333333333333", name: "log-archive", email: "log-archive@example.com", ou: "Security" },
    { id: "444444444444", name: "payments-prod", email: "payments-prod@example.com", ou: "Workloads/Prod" },
    { id: "555555555555", name: "payments-canary", email: "payments-canary@example.com", ou: "Workloads/Canary" },
    { id: "666666666666", name: "playground", email: "playground@example.com", ou: "Sandbox" },
  ],
  policies: [{ name: "team-region-guard", content: REGION_GUARD, targets: ["Workloads"] }],
  rootCredentials: [
    { accountId: "111111111111", password: true, passwordUsedDaysAgo: 200, mfaDevices: ["hardware"] },
    { accountId: "444444444444", password: true, mfaDevices: ["virtual"] },
    { accountId: "666666666666", password: true, accessKeys: [{}] },
  ],
};

const CONTROL_TOWER_REGIONS = ["us-east-1", "eu-west-1"];

/** The same team after AWS Control Tower: a trail and the GuardDuty delegation are there and are not ours to create. */
export const controlTowerOrganization: OrganizationSeed = {
  ...existingOrganization,
  organization: {
    ...existingOrganization.organization,
    trustedAccess: [...(existingOrganization.organization.trustedAccess ?? []), "controltower.amazonaws.com"],
  },
  trails: [
    {
      name: "aws-controltower-BaselineCloudTrail",
      region: "us-east-1",
      bucket: "aws-controltower-logs-333333333333-us-east-1",
      bucketAccount: "333333333333",
      logGroup: "aws-controltower/CloudTrailLogs",
      logRole: "service-role/AWSControlTowerCloudTrailRole",
      organization: true,
      multiRegion: true,
    },
  ],
  detectors: [{ accountId: "222222222222", regions: CONTROL_TOWER_REGIONS }],
  guardDutyAdministrator: { accountId: "222222222222", regions: CONTROL_TOWER_REGIONS },
  roles: existingOrganization.accounts.map(({ id }) => ({ accountId: id, name: "AWSControlTowerExecution" })),
};
