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

/** The policy's JSON: as it stands, or from the file, seen from the working directory. */
const jsonOf = ({ name, policy }: PolicyFile): unknown =>
  typeof policy === "string" ? strictJson(readFileSync(policy, "utf8"), `policy ${name}`) : policy;

/** Reads a policy of the team's own. Minified, since AWS counts the characters that are sent. */
export function teamPolicy(file: PolicyFile): TeamPolicy {
  try {
    const json = jsonOf(file);
    return { text: JSON.stringify(json), document: parsePolicy(json, file.name, file.type) };
  } catch (error) {
    return brokenBy(error, file);
  }
}
