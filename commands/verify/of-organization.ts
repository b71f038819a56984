import type { Baseline } from "../../config";
import { mistake } from "../contract/mistake";

/** Refuses a file of an earlier run that is of another organization than the configured one. */
export function checkOrganizationOf(option: string, found: string, { organization }: Baseline): void {
  if (found !== organization.id) mistake(option, `be of the organization ${organization.id} (organization.id)`, found);
}
