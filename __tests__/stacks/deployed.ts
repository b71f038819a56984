import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { DETECTION_SETS, type DetectionSet } from "../../catalogue/alerts/detection-sets";
import { blueprintOf, parseConfig } from "../../config";
import { buildStacks } from "../../stacks";
import { validConfig } from "../config/valid-config";

/** Every detection of the catalogue, as Terraform deploys it. */

export type Resource = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Resource>>>>;

export const baseline = parseConfig({
  ...validConfig,
  adopt: {},
  detections: Object.keys(DETECTION_SETS) as DetectionSet[],
  alerting: {
    subscriptions: ["critical", "high", "medium", "low"].map((severity) => ({
      severity: severity as "low",
      protocol: "email" as const,
      endpoint: `${severity}@example.com`,
    })),
    chat: [
      { kind: "slack", name: "on-call", severities: ["critical"], workspace: "T0123456789", channel: "C0123456789" },
    ],
  },
});

function synthesized(): ReadonlyMap<string, Resources> {
  const outdir = mkdtempSync(join(tmpdir(), "alert-path-"));
  const app = new App({ outdir });
  const stacks = buildStacks(app, blueprintOf(baseline));
  app.synth();
  const read = (id: string) =>
    JSON.parse(readFileSync(join(outdir, "stacks", id, "cdk.tf.json"), "utf8")) as { resource: Resources };
  const found = new Map(stacks.map(({ node: { id } }) => [id, read(id).resource]));
  rmSync(outdir, { recursive: true });
  return found;
}

export const stacks = synthesized();

export const resource = (stack: string, type: string, name: string): Resource => {
  const found = stacks.get(stack)?.[type]?.[name];
  if (found === undefined) throw new Error(`${type}.${name} must be in the stack ${stack}, got nothing`);
  return found;
};

export interface Statement {
  readonly Sid: string;
  readonly Principal: { readonly Service?: string };
  readonly Action: string | readonly string[];
  readonly Resource: string;
  readonly Condition?: unknown;
}

export const statements = (policy: unknown): readonly Statement[] =>
  (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;

export const forService = (policy: unknown, service: string): Statement | undefined =>
  statements(policy).find(({ Principal }) => Principal.Service === service);

/** What Terraform reads where the file says `$${`. */
export const received = (text: unknown): string => String(text).replaceAll("$${", "${").replaceAll("%%{", "%{");

export const topicArn = (severity: string): string => `\${aws_sns_topic.${severity}_topic.arn}`;
