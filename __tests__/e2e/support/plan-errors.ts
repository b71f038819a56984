import type { Deployment } from "../../../terraform/deployment";

interface Line {
  readonly type?: string;
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string };
}

const parsed = (line: string): Line => {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return {};
  }
};

/** Everything that a plan of the stack refuses: the texts of its errors, sorted, each once. Nothing where it succeeds. */
export async function planErrors(deployment: Deployment, stack: string): Promise<readonly string[]> {
  const { exitCode, output } = await deployment.terraform(stack, ["plan", "-json"]);
  const errors = output
    .split("\n")
    .flatMap((line) => parsed(line).diagnostic ?? [])
    .filter(({ severity }) => severity === "error")
    // What Terraform itself says about a failed condition is the same each time; what AWS says stands in the summary.
    .map(({ summary, detail }) => (/^Resource (pre|post)condition failed$/.test(summary) ? detail : summary));
  if ((exitCode === 0) !== (errors.length === 0))
    throw new Error(`the plan of ${stack} ended with ${exitCode}: ${output}`);
  return [...new Set(errors)].sort();
}
