import type { BaselineConfig } from "../../../config";
import type { OrganizationSeed } from "../../../emulator/organization-seed";
import type { STACKS } from "../support/stacks";

/** Ids of the examples, and of an account that has no part in them. */
export const MANAGEMENT = "111111111111";
export const SECURITY = "222222222222";
export const STRANGER = "666666666666";

/** An organization that lacks something, the stack that notices, and everything that its plan says about it. */
export interface Refusal {
  readonly what: string;
  readonly stack: (typeof STACKS)[number];
  readonly seed: OrganizationSeed;
  readonly config: BaselineConfig;
  /** Account whose credentials are used. @default - the management account */
  readonly caller?: string;
  readonly errors: readonly string[];
}
