import { z } from "zod";
import { GUARDRAIL_IDS } from "../../catalogue/guardrails";
import { formed, uniqueList } from "./primitives";
import { exemptPrincipalArn } from "./principals";
import { rootExceptions } from "./root-exceptions";

/** `root`, an OU path such as `Workloads/Prod`, an OU id or an account id. */
const target = formed(
  /^[^/\p{Cc}]{1,128}(\/[^/\p{Cc}]{1,128}){0,4}$/u,
  'be "root", an OU path such as Workloads/Prod (at most five levels), an OU id or an account id',
)
  .refine((value) => !value.split("/").some((name) => name !== name.trim()), {
    error: "be written without spaces around the name of an OU",
    abort: true,
  })
  .refine((value) => value === "root" || !/^(root|r-[0-9a-z]{4,32})$/i.test(value), {
    error: 'be "root": that is how the root of the organization is named here',
    abort: true,
  })
  .refine((value) => !/^(\d{9,11}|\d{13,14})$/.test(value), {
    error:
      "hold all 12 digits of an account id, zeros in front included (an OU that is named like this goes by its id)",
    abort: true,
  })
  .refine((value) => !/^(root|r-[0-9a-z]{4,32})\//i.test(value), {
    error: "begin with the first OU below the root (an OU that is named like the root goes by its id)",
    abort: true,
  });

const attachment = z.strictObject({
  /** Guardrail of the catalogue. What it denies, and what it could lock out, is said in docs/guardrails.md. */
  id: z.enum(GUARDRAIL_IDS),
  /**
   * Where it is attached: `root`, an OU path such as `Workloads/Prod`, an OU id or an account id. Never the management
   * account, which no service control policy binds. Lock-out risk: name a canary OU first; moving to the whole
   * organization is this one line.
   */
  targets: uniqueList(target).min(1, "name at least one target"),
});

/** Name of a policy that no guardrail gives its id. */
const policyName = formed(
  /^[a-z][a-z0-9]*(-[a-z0-9]+){0,9}$/,
  "be a name such as region-guard: lower-case letters, digits and single hyphens",
).max(64, "have at most 64 characters");

/** Guardrails that are sent as one policy. */
const pack = z.strictObject({
  /** Name of the policy, after the baseline's name, and its Terraform address. Permanent, whatever the pack holds. */
  name: policyName,
  /**
   * Name until now, where the pack is renamed: the policy gets its new name where it is attached. It may go after the
   * deploy.
   * @default the pack is new, or has its name
   */
  previousName: policyName.optional(),
  /** Which of the attached guardrails. All have the same targets. */
  guardrails: uniqueList(z.enum(GUARDRAIL_IDS)).min(2, "name at least two guardrails"),
  /**
   * Whether its guardrails keep a policy each beside the pack's: for the one deploy before the pack comes or goes,
   * since Terraform does not attach before it detaches.
   * @default false
   */
  overlap: z.boolean().default(false),
});

/** A policy of the team's own: attached and checked like those of the catalogue. */
const policyFile = z.strictObject({
  /** Name of the policy, after the baseline's name, and its Terraform address. Renamed with `previousName` only. */
  name: policyName,
  /**
   * Name until now, where the policy is renamed: it gets its new name where it is attached. It may go after the deploy.
   * @default the policy is new, or has its name
   */
  previousName: policyName.optional(),
  /**
   * Service control policies bind principals of member accounts, resource control policies their resources. A policy
   * cannot change its type: give the new one a name of its own.
   */
  type: z.enum(["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]),
  /**
   * The policy: a JSON file, seen from the folder in which the commands run, or the JSON itself. It is read, judged
   * and sent without white space, which counts against the quota.
   */
  policy: z.union(
    [formed(/^[^\p{Cc}]{1,1024}$/u, "be a path"), z.record(z.string(), z.json())],
    "be the path of a JSON file, or the JSON of a policy",
  ),
  /** Where it is attached, as with a guardrail. Lock-out risk: what it denies; a canary OU first. */
  targets: uniqueList(target).min(1, "name at least one target"),
});

const quotas = z.strictObject({
  /**
   * Characters of one policy.
   * @default 10,240 in the aws partition, 5,120 in the others
   */
  policySize: z.int("be a whole number").min(1, "be at least 1").optional(),
  /**
   * Policies attached to one target; FullAWSAccess takes one of them.
   * @default 10 in the aws partition, 5 in the others
   */
  policiesPerTarget: z.int("be a whole number").min(1, "be at least 1").optional(),
});

export const guardrails = z.strictObject({
  /**
   * Guardrails, each once, and their targets. Cost: none. Lock-out risk: said in docs/guardrails.md, guardrail by
   * guardrail.
   */
  attach: z.array(attachment),
  /**
   * Guardrails that share a policy, where a target has no room for one policy each. Cost: they are changed together,
   * and packing or unpacking takes two deploys (see `overlap`).
   * @default one policy each
   */
  packs: z.array(pack).default([]),
  /**
   * Service and resource control policies of your own, as JSON. Cost: none. Lock-out risk: a policy that would stop
   * root sessions, the pipeline or the break-glass roles is refused.
   * @default none
   */
  files: z.array(policyFile).default([]),
  /**
   * Principals that the protecting guardrails let through, besides the deploy roles of the security and the log
   * archive account, which always pass. Name what else changes the protected parts, such as
   * AWSControlTowerExecution: left out, it is locked out. Each carries its account id, or lies under
   * `role/aws-reserved/`: with an account wildcard, whoever administers a member account creates the exempt role,
   * unless `protect-delivery-roles` holds wherever the exemption does. A name with wildcards must say whom it means:
   * one that lets typical administrators, permission sets, CI roles, functions or users through is refused
   * (`role/aws-reserved/*`, `role/*-role-*`).
   * @default none
   */
  exemptPrincipals: uniqueList(exemptPrincipalArn).default([]),
  /**
   * Root users that `deny-root-user` lets through for a while: at most 14 days, and it ends by itself. Abuse risk: in
   * that time the account's root user may do everything that no other guardrail denies.
   * @default none
   */
  rootExceptions: rootExceptions.default([]),
  /**
   * Quotas of service control policies, where yours differ from AWS's defaults.
   * @default 10,240 characters and 10 policies per target in the aws partition, 5,120 and 5 in the others
   */
  quotas: quotas.default({}),
});
