import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { parsePolicy, strictJson, type PolicyDocument } from "../../proofs/policy";
import type { Baseline } from "../schema/baseline";

/** A policy of the team's own, as the configuration names it. */
export type PolicyFile = Baseline["guardrails"]["files"][number];

/** A policy that was read and judged to hold nothing unknown, or why it was not. */
export type TeamPolicy =
  | { readonly text: string; readonly document: PolicyDocument; readonly broken?: undefined }
  | { readonly broken: string; readonly got: unknown };

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
};

/** The evaluator's refusals end in what stands there; a file that cannot be read has its path instead. */
function brokenBy(error: unknown, { name, policy }: PolicyFile): Extract<TeamPolicy, { readonly got: unknown }> {
  const message = error instanceof Error ? error.message : String(error);
  const [, rule = message, got] = /^(.*?), got (.*)$/s.exec(message) ?? [];
  const file = typeof policy === "string" ? policy : name;
  return { broken: rule.split("\n")[0] ?? rule, got: got === undefined ? file : parsed(got) };
}

/** The text of a file. What is no UTF-8 would be read as other signs than were written. */
function textOf(file: string, where: string): string {
  const bytes = readFileSync(file);
  if (!isUtf8(bytes) || bytes.includes(0)) throw new Error(`${where} must be a file in UTF-8`);
  return bytes.toString("utf8");
}

/** The policy's JSON: as it stands, or from the file, seen from the working directory. */
function jsonOf({ name, policy }: PolicyFile): unknown {
  const where = `policy ${name}`;
  return typeof policy === "string" ? strictJson(textOf(policy, where), where) : policy;
}

/** Reads a policy of the team's own. Minified, since AWS counts the characters that are sent. */
export function teamPolicy(file: PolicyFile): TeamPolicy {
  try {
    const json = jsonOf(file);
    return { text: JSON.stringify(json), document: parsePolicy(json, file.name, file.type) };
  } catch (error) {
    return brokenBy(error, file);
  }
}
