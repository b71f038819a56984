import { z } from "zod";
import { GUARDDUTY_FEATURES, RUNTIME_AGENTS } from "../../catalogue/aws/guardduty-features";
import { regionName, uniqueList } from "./primitives";

const create = z.strictObject({
  /** The baseline switches GuardDuty on for every account of the organization, in every governed Region. */
  mode: z.literal("create"),
  /**
   * Optional protection plans. What is not listed is switched off in the management and the security account and not
   * enabled for members. Cost: each per use; see the GuardDuty price list.
   * @default none
   */
  features: uniqueList(z.enum(GUARDDUTY_FEATURES)).default([]),
  /**
   * Agents that RUNTIME_MONITORING installs by itself. Only with that feature. Cost: per vCPU that is monitored.
   * @default none
   */
  runtimeAgents: uniqueList(z.enum(RUNTIME_AGENTS)).default([]),
  /**
   * Protection plans, and agents of RUNTIME_MONITORING, that a Region does not offer, by Region: nothing is sent of them
   * there. GuardDuty refuses a name that a Region lacks even where it shall be off, so name it whether it is chosen or
   * not.
   * @default none
   */
  unavailableFeatures: z
    .record(
      regionName,
      uniqueList(z.enum([...GUARDDUTY_FEATURES, ...RUNTIME_AGENTS])).min(1, "name at least one feature"),
    )
    .default({}),
});

const use = z.strictObject({
  /** GuardDuty is delegated to the security account already: only the alerts are added. */
  mode: z.literal("use"),
});

export const threatDetection = z.discriminatedUnion("mode", [create, use]);
