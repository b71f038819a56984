import { checkout } from "../session/git";
import type { Session } from "../session";
import { versionsOf, toolName } from "../session/versions";
import type { PlanFolder } from "../../terraform/plan-folder";
import { canonical } from "../../terraform/planning/normalized-changes";
import type { PlannedStack } from "../../terraform/planning/plan-stacks";

const isSame = (left: string, right: string): boolean => canonical(JSON.parse(left)) === canonical(JSON.parse(right));

const shortOf = (commit: string | null): string => commit?.slice(0, 12) ?? "no commit";

/** The commits, where they differ: they say where to look for what changed. */
function commits({ manifest }: PlanFolder): string {
  const now = checkout();
  const [left, right] = [manifest, now].map(({ commit, dirty }) => `${shortOf(commit)}${dirty ? " with changes" : ""}`);
  return left === right ? "" : ` (reviewed at ${left ?? ""}, this is ${right ?? ""})`;
}

/** Releases of one minor version plan alike. */
const minor = (version: string): string => version.split(".").slice(0, 2).join(".");

/**
 * Why the stacks that are synthesized here are not the reviewed ones. A commit, or a stack that was not planned, may
 * differ: what is applied is what was synthesized, and of the planned stacks that is equal. Whoever else's change is
 * merged meanwhile does no harm, as long as it leaves these stacks alone.
 */
export function configurationRefusals(session: Session, reviewed: PlanFolder): readonly string[] {
  if (session.configuration === reviewed.manifest.configuration) return [];
  return reviewed.stacks.flatMap(({ name, synthesized }) => {
    if (!session.stacks.includes(name)) return [`${name} must be a stack of this configuration: plan and review again`];
    return isSame(session.commands.synthesized(name), synthesized)
      ? []
      : [`what is synthesized for ${name} must be what was reviewed: plan and review again${commits(reviewed)}`];
  });
}

/** Why the tool is another than the one that made the reviewed plans. */
export function toolRefusals({ terraform }: Session, { manifest }: PlanFolder): readonly string[] {
  const { tool, version } = terraform;
  const { name, version: then } = manifest.tool;
  const isOther = name !== toolName(terraform) || minor(version) !== minor(then);
  return isOther ? [`the tool must be ${name} ${minor(then)}, as in the review, got ${tool} ${version}`] : [];
}

/** Which providers are not the ones that made the reviewed plans. */
export function providerRefusals(
  session: Session,
  { manifest }: PlanFolder,
  planned: readonly PlannedStack[],
): readonly string[] {
  const [then, now] = [manifest.provider, versionsOf(session, planned).provider];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].flatMap((address) =>
    then[address] === now[address]
      ? []
      : [
          `the provider ${address} must be ${then[address] ?? "left out"}, as in the review, got ${now[address] ?? "none"}: the lock file in cdktf.out/stacks/<stack> decides`,
        ],
  );
}
