import type { PlanManifest } from "../../terraform/plan-folder";
import { providerVersions } from "../../terraform/planning/lock-files";
import type { PlannedStack } from "../../terraform/planning/plan-stacks";
import type { Session } from ".";

/** The tool as a plan folder names it. */
export const toolName = ({ tool }: Session["terraform"]): PlanManifest["tool"]["name"] =>
  tool === "OpenTofu" ? "opentofu" : "terraform";

/** What of the tool and the providers is kept beside a plan, so that an apply can tell whether it has the same. */
export const versionsOf = (
  { terraform }: Pick<Session, "terraform">,
  planned: readonly PlannedStack[],
): Pick<PlanManifest, "tool" | "provider"> => ({
  tool: { name: toolName(terraform), version: terraform.version },
  provider: providerVersions(planned.map(({ lock }) => lock)),
});
