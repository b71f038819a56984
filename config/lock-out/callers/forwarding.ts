import type { Blueprint } from "../../blueprint";
import { belonging, made, type MustPass } from "../call";

/** EventBridge puts findings of every governed Region on the alert bus, with the forwarding role. */
export function forwarding(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns, names, governedRegions, detectionsByPath } = blueprint;
  if (detectionsByPath.finding.length === 0) return [];
  const account = accounts.security.id;
  const name = names.findingForwardRole;
  return [...new Set([blueprint.homeRegion, ...governedRegions])].map((region) =>
    made(blueprint, {
      who: `the role ${name}, with which EventBridge forwards findings`,
      loss: "no finding about root reaches a person",
      principal: { type: "role", account, name, ...belonging(blueprint) },
      action: "events:PutEvents",
      resource: arns.alertBus(),
      owner: accounts.management.id,
      account,
      region,
      signIn: "session of a role",
    }),
  );
}
