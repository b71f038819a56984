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

/** What a plan says, each text once, sorted. */
interface Messages {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** Everything that a plan of the stack refuses and warns of. No errors where it succeeds. */
export async function planMessages(deployment: Deployment, stack: string): Promise<Messages> {
  const { exitCode, output } = await deployment.terraform(stack, ["plan", "-json"]);
  const diagnostics = output.split("\n").flatMap((line) => parsed(line).diagnostic ?? []);
  const texts = (wanted: string): readonly string[] => [
    ...new Set(
      diagnostics
        .filter(({ severity }) => severity === wanted)
        // What Terraform says about a failed condition is the same each time; what AWS says stands in the summary.
        .map(({ summary, detail }) => (/^Resource (pre|post)condition failed$/.test(summary) ? detail : summary))
        .sort(),
    ),
  ];
  const errors = texts("error");
  if ((exitCode === 0) !== (errors.length === 0))
    throw new Error(`the plan of ${stack} ended with ${exitCode}: ${output}`);
  return { errors, warnings: texts("warning") };
}
