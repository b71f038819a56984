import { blueprintOf, type Baseline } from "../config";
import type { Clients } from "./clients/clients";
import { readingsOf, type Parts } from "./clients/reading";
import { readRole, type RoleFacts } from "./services/roles";
import { readSchedule, type ScheduleFacts } from "./services/schedules";

/** What makes the call that is made only to come out. */
export interface KnownCallFacts {
  readonly schedule?: ScheduleFacts;
  readonly role?: RoleFacts;
}

/** Reads it where the configuration asks for it. */
export function readKnownCall(clients: Clients, baseline: Baseline): Promise<Parts<KnownCallFacts>> {
  const { accounts, knownCall, names } = blueprintOf(baseline);
  const { knownEvent } = names;
  const at = clients.at(accounts.management.id);
  const asked = knownCall !== undefined;
  return readingsOf<KnownCallFacts>({
    schedule: asked ? readSchedule(at.scheduler(), knownEvent, knownEvent) : Promise.resolve(undefined),
    role: asked ? readRole(at.iam(), knownEvent) : Promise.resolve(undefined),
  });
}
