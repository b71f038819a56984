import { blueprintOf, loadConfig, type Blueprint } from "../../config";
import type { Asked as AskedOf } from "../contract/arguments";
import { command } from "../contract/command";
import { mistake } from "../contract/mistake";
import { printJson } from "../output/json";
import { adviceOf } from "./advice";
import { bootstrapOf } from "./bootstrap";
import { writeFolder } from "./files";
import { OPTIONS, pipelineOf } from "./options";
import { pipelineRoles, type Asked, type PipelineRole } from "./pipeline-roles";
import { reportText } from "./report";
import { KINDS } from "./roles";
import { stateOf } from "./state";
import { PLATFORMS, platformOf } from "./trust";

type Options = AskedOf<typeof OPTIONS>["options"];

/** Options that say something of the pipeline, and nothing without a platform. */
const OF_PIPELINE = ["repository", "branch", "environment", "audience", "issuer"] as const;

function askedOf(blueprint: Blueprint, options: Options): Asked {
  const { role, "state-bucket": bucket, "state-key": key } = options;
  const { backend } = blueprint.baseline.terraform;
  const isOurs = backend.type === "s3" && backend.roleArn === undefined;
  if (!isOurs && bucket !== undefined)
    mistake("--state-bucket", "stand with a backend of type s3 that no role is assumed for", backend.type);
  if (!isOurs && key !== undefined)
    mistake("--state-key", "stand with a backend of type s3 that no role is assumed for", backend.type);
  const pipeline = pipelineOf(options);
  const alone = OF_PIPELINE.find((name) => options[name] !== undefined);
  const lost = alone ?? (options.workflow.length > 0 ? "workflow" : options.project.length > 0 ? "project" : undefined);
  if (pipeline === undefined && lost !== undefined) mistake(`--${lost}`, "stand with --platform");
  const wanted = role.length === 0 ? ["plan", "apply"] : role;
  return {
    roles: KINDS.map(({ name }) => name).filter((name) => wanted.includes(name)),
    state: stateOf(blueprint, { bucket, key }),
    job: pipeline === undefined ? undefined : { pipeline, platform: platformOf(pipeline) },
  };
}

/** Options that say something of another, which is not there. */
function check({ out, bootstrap, platform, "existing-provider": isThere }: Options): void {
  if (bootstrap && out === undefined) mistake("--bootstrap", "stand with --out");
  if (bootstrap && platform === undefined) mistake("--bootstrap", "stand with --platform: somebody has to be trusted");
  if (isThere && !bootstrap) mistake("--existing-provider", "stand with --bootstrap");
}

function write(blueprint: Blueprint, roles: readonly PipelineRole[], { job }: Asked, options: Options): void {
  const { out, bootstrap, "existing-provider": isThere } = options;
  if (out === undefined) return;
  const issuer = isThere || job === undefined ? undefined : job.platform.issuer(job.pipeline);
  writeFolder(out, roles, bootstrap ? { "bootstrap.tf.json": bootstrapOf(blueprint, roles, issuer) } : {});
}

export const permissions = command({
  name: "permissions",
  summary: "print least-privilege roles for the pipeline, in every account",
  about: [
    "Works out the policies of the roles that a pipeline needs for your configuration: `plan` reads, `apply` changes what the baseline keeps, `evidence` reads what the commands read. They follow from the calls that Terraform makes at the local organization, and hold the names of your configuration. No role opens a root session.",
    `With --platform (${PLATFORMS.map(({ name }) => name).join(", ")}) the roles trust the jobs of your repository alone. --bootstrap writes a stack that makes all of it. docs/permissions.md says more.`,
  ],
  options: OPTIONS,
  exitCodes: { 0: "printed or written", 1: "a mistake in what was asked or configured" },
  run: ({ options }) => {
    check(options);
    const blueprint = blueprintOf(loadConfig(options.config));
    const asked = askedOf(blueprint, options);
    const roles = pipelineRoles(blueprint, asked);
    write(blueprint, roles, asked, options);
    const advice = adviceOf(blueprint, roles, asked);
    if (options.json) printJson({ roles, ...advice, folder: options.out ?? null });
    else console.log(reportText(roles, advice, options.out, options.bootstrap));
    return 0;
  },
});
