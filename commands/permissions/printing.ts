import { blueprintOf, loadConfig, type Blueprint } from "../../config";
import type { Asked as AskedOf } from "../contract/arguments";
import type { ExitCode } from "../contract/exit-code";
import { mistake } from "../contract/mistake";
import { printJson } from "../output/json";
import { adviceOf } from "./advice";
import { bootstrapOf } from "./bootstrap";
import { writeFolder } from "./files";
import { pipelineOf, type OPTIONS } from "./options";
import { pipelineRoles, type Asked, type PipelineRole } from "./pipeline-roles";
import { reportText } from "./report";
import { stateOf } from "./state";
import { JOB_ROLES, platformOf } from "./trust";

type Options = AskedOf<typeof OPTIONS>["options"];

/** Options that say something of the pipeline, and nothing without a platform. */
const OF_PIPELINE = ["repository", "branch", "environment", "audience", "issuer", "workflow", "project"] as const;

function askedOf(blueprint: Blueprint, options: Options): Asked {
  const { role, "state-bucket": bucket, "state-key": key } = options;
  const { backend } = blueprint.baseline.terraform;
  const isOurs = backend.type === "s3" && backend.roleArn === undefined;
  const lone = (["state-bucket", "state-key"] as const).find((name) => options[name] !== undefined);
  if (!isOurs && lone !== undefined)
    mistake(`--${lone}`, "stand with a backend of type s3 that no role is assumed for", backend.type);
  const pipeline = pipelineOf(options);
  const lost = OF_PIPELINE.find((name) => (options[name]?.length ?? 0) > 0);
  if (pipeline === undefined && lost !== undefined) mistake(`--${lost}`, "stand with --platform");
  const wanted = role.length === 0 ? ["plan", "apply"] : role;
  return {
    roles: JOB_ROLES.filter((name) => wanted.includes(name)),
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

/** Works the roles out, and prints or writes them. */
export function printed(options: Options): ExitCode {
  check(options);
  const blueprint = blueprintOf(loadConfig(options.config));
  const asked = askedOf(blueprint, options);
  const roles = pipelineRoles(blueprint, asked);
  write(blueprint, roles, asked, options);
  const advice = adviceOf(blueprint, roles, asked);
  if (options.json) printJson({ roles, ...advice, folder: options.out ?? null });
  else console.log(reportText(roles, advice, options.out, options.bootstrap));
  return 0;
}
