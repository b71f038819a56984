import { lstatSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { replaceFolder } from "../../processes/replaced-folder";
import { mistake } from "../contract/mistake";
import type { PipelineRole } from "./pipeline-roles";

/** Says of a folder that it is ours, so that a later run may replace it. */
const MANIFEST = "roles.json";

const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const inKebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const nameOf = ({ account, role }: PipelineRole, what: string): string => `${inKebab(account)}-${role}-${what}.json`;

/** Names of the files of a role: its policies in order, and its trust. */
export const filesOf = (role: PipelineRole) => ({
  policies: role.policies.map((_, index) => nameOf(role, `policy-${index + 1}`)),
  trust: role.trust === undefined ? undefined : nameOf(role, "trust"),
});

function contentsOf(role: PipelineRole): readonly (readonly [file: string, text: string])[] {
  const { policies, trust } = filesOf(role);
  return [
    ...policies.map((file, index) => [file, asJson(role.policies[index])] as const),
    ...(trust === undefined ? [] : [[trust, asJson(role.trust)] as const]),
  ];
}

/** Refuses a folder that holds anything else: whatever is there is replaced as a whole. */
function checkReplaceable(folder: string): void {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isDirectory()) mistake("--out", "be a folder of its own, and no link", folder);
  const files = readdirSync(folder);
  if (files.length > 0 && !files.includes(MANIFEST))
    mistake("--out", "be a new folder, an empty one or one of an earlier run, which is replaced", folder);
  if (files.some((file) => file.startsWith("terraform.tfstate") || file === ".terraform"))
    mistake("--out", "be another folder: Terraform keeps state in this one, copy the new files over", folder);
}

/** Writes the documents of the roles, and what else belongs to them, whole or not at all. */
export function writeFolder(
  out: string,
  roles: readonly PipelineRole[],
  others: Readonly<Record<string, unknown>>,
): void {
  const folder = resolve(out);
  checkReplaceable(folder);
  const files = [
    ...roles.flatMap(contentsOf),
    ...Object.entries(others).map(([file, contents]) => [file, asJson(contents)] as const),
    [MANIFEST, asJson(roles.map((role) => ({ account: role.accountId, name: role.name, ...filesOf(role) })))] as const,
  ];
  replaceFolder(folder, (next) => {
    for (const [file, text] of files) writeFileSync(join(next, file), text);
  });
}
