import type { Blueprint } from "../../config";
import type { Asked, PipelineRole } from "./pipeline-roles";

/** What a person sets for the roles to work, and what they have to know. */
export interface Advice {
  /** Fields of the configuration, each with its value. */
  readonly configuration: readonly string[];
  /** Of the jobs' environment. */
  readonly pipeline: readonly string[];
  readonly notes: readonly string[];
}

/** Guardrails that let the deploy roles through, and with them nobody else. */
const EXEMPTING = ["protect-delivery-roles", "protect-alerting"];

/** The member accounts with their place in the configuration. */
const membersOf = ({ accounts }: Blueprint) => [
  { field: "security", variable: "TF_VAR_security_role_arn", ...accounts.security },
  ...(accounts.ownLogArchive === undefined
    ? []
    : [{ field: "logArchive", variable: "TF_VAR_log_archive_role_arn", ...accounts.ownLogArchive }]),
];

/** Terraform assumes the role that the configuration names, and guardrails let that one through. */
function configuration(blueprint: Blueprint): readonly string[] {
  const { arns, names, baseline } = blueprint;
  const apply = names.pipelineRole("apply");
  const others = membersOf(blueprint).filter(({ deployRole }) => deployRole !== apply);
  const { exemptPrincipals } = baseline.guardrails;
  const losing = others
    .map(({ id, deployRole }) => arns.role(id, deployRole))
    .filter((role) => !exemptPrincipals.includes(role));
  const isGuarded = blueprint.policies.some(({ id }) => EXEMPTING.includes(id));
  return [
    ...others.map(({ field }) => `accounts.${field}.deployRole: ${JSON.stringify(apply)}`),
    ...(isGuarded
      ? losing.map((role) => `guardrails.exemptPrincipals: "${role}", to change the new roles with it`)
      : []),
  ];
}

/** The jobs that only read say which roles they read with: the configuration names those that write. */
const reading = (blueprint: Blueprint, role: "plan" | "evidence"): readonly string[] =>
  membersOf(blueprint).map(
    ({ id, variable }) => `${role}: ${variable}=${blueprint.arns.role(id, blueprint.names.pipelineRole(role))}`,
  );

function stateNotes({ baseline }: Blueprint, { state }: Asked): readonly string[] {
  if (baseline.terraform.backend.type !== "s3")
    return [`The state is not in S3 (${baseline.terraform.backend.type}): no role here reaches it.`];
  return state === undefined
    ? ["The bucket of the state is not known, so no role reaches it: give --state-bucket, and --state-key for its key."]
    : [];
}

/** Everything that has to be said beside the documents. */
export function adviceOf(blueprint: Blueprint, roles: readonly PipelineRole[], asked: Asked): Advice {
  const { accounts, arns, names } = blueprint;
  const has = (name: string) => roles.some(({ role }) => role === name);
  return {
    configuration: has("apply") ? configuration(blueprint) : [],
    pipeline: [
      ...(has("plan") ? [...reading(blueprint, "plan"), "plan: --no-lock, as the role writes no lock"] : []),
      ...(has("evidence") ? reading(blueprint, "evidence") : []),
    ],
    notes: [
      ...stateNotes(blueprint, asked),
      ...(asked.job === undefined
        ? ["Nobody is trusted yet: name who runs the pipeline with --platform."]
        : asked.job.platform.notes(asked.job.pipeline)),
      ...(has("apply")
        ? [
            `The deny policy of the management account shall let the pipeline through: management-policy --exempt ${arns.role(accounts.management.id, names.pipelineRole("apply"))}`,
            "Whoever applies can change every service control policy and the roles of the baseline: in the management account the apply role is worth an administrator. Its gate is the branch and the approval.",
          ]
        : []),
    ],
  };
}
