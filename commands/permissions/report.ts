import { indented } from "../output/indented";
import { table } from "../output/table";
import type { Advice } from "./advice";
import { sizeOf } from "./documents";
import type { PipelineRole } from "./pipeline-roles";

const row = ({ accountId, name, policies }: PipelineRole): readonly string[] => [
  name,
  accountId,
  `${policies.length}`,
  policies.map(sizeOf).join(" + "),
  `${new Set(policies.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action))).size}`,
];

const section = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", head, ...lines];

const wrapped = (text: string): readonly string[] => indented(text, 4, "  - ");

/** What a person reads: how large each role is, what has to be set, and what has to be known. */
export function reportText(
  roles: readonly PipelineRole[],
  { configuration, pipeline, notes }: Advice,
  folder: string | undefined,
  hasBootstrap: boolean,
): string {
  return [
    table([["role", "account", "policies", "characters", "actions"], ...roles.map(row)]),
    ...section("Set in the configuration:", configuration.flatMap(wrapped)),
    ...section("Set in the pipeline:", pipeline.flatMap(wrapped)),
    ...section("To know:", notes.flatMap(wrapped)),
    "",
    ...(folder === undefined
      ? ["The documents: --out <folder> writes them, --json prints them."]
      : [`The documents lie in ${folder}.`]),
    ...(hasBootstrap ? [`Once, with the rights of an administrator: terraform init and terraform apply there.`] : []),
  ].join("\n");
}
