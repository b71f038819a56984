import { checkout } from "../session/git";
import type { Session } from "../session";
import { versionsOf } from "../session/versions";
import type { Live } from "../session/live";
import type { PlanContents, PlanManifest } from "../../terraform/plan-folder";
import { hashOf } from "../../terraform/planning/lock-files";
import { planBytes, type PlannedStack } from "../../terraform/planning/plan-stacks";

/** Everything that is written into the folder. */
export const contentsOf = (
  session: Session,
  planned: readonly PlannedStack[],
  organization: Live["organization"] | undefined,
  found: Pick<PlanManifest, "existing" | "undecided">,
): PlanContents => ({
  // Of a commit that this checkout does not know.
  ...(session.isHandedOver ? { commit: null, dirty: false } : checkout()),
  configuration: session.configuration,
  ...versionsOf(session, planned),
  lockFile: hashOf(planned.map(({ name, lock }) => [name, lock])),
  ...found,
  organization,
  base: session.base(),
  stacks: planned.map((stack) => ({
    name: stack.name,
    changes: stack.changes,
    plan: planBytes(stack),
    json: stack.json,
    synthesized: stack.synthesized,
    lock: stack.lock,
  })),
});
