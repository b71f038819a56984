import { table } from "../output/table";
import { wrapText } from "../output/wrap";
import type { Advice } from "./advice";
import { sizeOf } from "./documents";
import type { PipelineRole } from "./pipeline-roles";

/** Characters in a line of prose. What is copied (an ARN, a field) is never cut. */
const WIDTH = 80;

const row = ({ accountId, name, policies }: PipelineRole): readonly string[] => [
  name,
  accountId,
  `${policies.length}`,
  policies.map(sizeOf).join(" + "),
  `${new Set(policies.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action))).size}`,
];

const section = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", head, ...lines];

const wrapped = (text: string): readonly string[] =>
  wrapText(text, WIDTH - 4).map((line, index) => `${index === 0 ? "  - " : "    "}${line}`);

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
