import type { TerraformProvider } from "cdktf";

/**
 * Where a resource lives: the provider of its account and, in the form for AWS provider 6, its Region.
 * Spread it into the properties of every resource: one without a provider silently plans on whatever credentials the
 * environment holds.
 */
export interface Place {
  readonly provider: TerraformProvider;
  /** Set in the form for AWS provider 6 only. */
  readonly region?: string;
}

/** Where a global resource (IAM, Organizations) lives: its account. */
export interface GlobalPlace {
  readonly provider: TerraformProvider;
}
