import { isBody, type Body } from "../json";

/** Of a block: what it refuses and runs. One without any of it is left out. */
const TELLING = ["lifecycle", "provisioner", "connection"];

/** And whether and of what that is asked, and what it is called. */
const KEPT = [...TELLING, "for_each", "count", "input", "name", "bucket", "alarm_name"];

const only = (body: Body, names: readonly string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));

/** Blocks by their names, each with these parts of it; those that have nothing that tells are left out. */
const blocks = (all: unknown, telling: readonly string[], parts = telling): Body =>
  isBody(all)
    ? Object.fromEntries(
        Object.entries(all).flatMap(([name, body]) =>
          isBody(body) && telling.some((part) => body[part] !== undefined) ? [[name, only(body, parts)]] : [],
        ),
      )
    : {};

const byType = (all: unknown): Body =>
  isBody(all)
    ? Object.fromEntries(Object.entries(all).map(([type, byName]) => [type, blocks(byName, TELLING, KEPT)]))
    : {};

/**
 * What a review reads of a stack's Terraform on the base branch: providers, the frame, what Terraform refuses by itself,
 * and what conditions can read: locals, variables and data sources. The rest a plan has on both sides. The same text for
 * the same stack.
 */
export function baseOf(synthesized: string): string {
  const stack: unknown = JSON.parse(synthesized);
  if (!isBody(stack)) return "{}\n";
  const kept = {
    provider: stack["provider"],
    terraform: stack["terraform"],
    check: stack["check"],
    resource: byType(stack["resource"]),
    data: stack["data"],
    locals: stack["locals"],
    variable: stack["variable"],
    output: blocks(stack["output"], ["precondition"]),
  };
  return `${JSON.stringify(kept, undefined, 2)}\n`;
}
