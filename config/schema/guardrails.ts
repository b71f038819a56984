import { z } from "zod";
import { GUARDRAIL_IDS } from "../../catalogue/guardrails";
import { principalArn, uniqueList } from "./primitives";

/** `root`, an OU path such as `Workloads/Prod`, an OU id or an account id. */
const target = z
  .string()
  .regex(
    /^(root|\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|[^/]{1,128}(\/[^/]{1,128}){0,4})$/,
    'be "root", an OU path such as Workloads/Prod (at most five levels), an OU id or an account id',
  );

const attachment = z.strictObject({
  /** Guardrail of the catalogue. */
  id: z.enum(GUARDRAIL_IDS),
  /** Where it is attached. Name a canary OU first; moving to the whole organization is this one line. */
  targets: uniqueList(target).min(1, "name at least one target"),
});

export const guardrails = z.strictObject({
  /** Guardrails and their targets. Cost: none. Lock-out risk: said in docs/guardrails.md, guardrail by guardrail. */
  attach: z.array(attachment),
  /**
   * Principals that the protecting guardrails let through, besides the deploy roles of the security and the log
   * archive account, which always pass. Each carries its account id: with an account wildcard, whoever administers a
   * member account creates the exempt role.
   * @default none
   */
  exemptPrincipals: uniqueList(principalArn).default([]),
  /**
   * Quotas of service control policies, where yours differ from AWS's defaults.
   * @default 10,240 characters and 10 policies per target in the aws partition, 5,120 and 5 in the others
   */
  quotas: z
    .strictObject({
      /** Characters of one policy. */
      policySize: z.int().min(1).optional(),
      /** Policies attached to one target; FullAWSAccess takes one of them. */
      policiesPerTarget: z.int().min(1).optional(),
    })
    .default({}),
});
