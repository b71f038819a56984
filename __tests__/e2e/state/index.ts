import { Clients } from "../../../organization";
import { blueprintOf, type Baseline } from "../../../config";
import type { Emulator } from "../../../emulator/start";
import { accountState } from "./account";
import { organizationState } from "./organization";
import { regionState } from "./region";

export type State = Awaited<ReturnType<typeof stateOf>>;

/** Everything in the organization, and in the accounts and Regions of a baseline, that it could have touched. */
export async function stateOf(emulator: Emulator, baseline: Baseline) {
  const clients = new Clients(baseline, emulator.env);
  const { management, security, logArchive = management } = baseline.accounts;
  const ids = [...new Set([management.id, security.id, logArchive.id])];
  const places = ids.flatMap((id) => blueprintOf(baseline).governedRegions.map((region) => [id, region] as const));
  const accounts = ids.map(async (id) => [id, await accountState(clients, id)] as const);
  const regions = places.map(
    async ([id, region]) => [`${id} ${region}`, await regionState(clients, baseline, id, region)] as const,
  );
  return {
    organization: await organizationState(clients, baseline),
    accounts: Object.fromEntries(await Promise.all(accounts)),
    regions: Object.fromEntries(await Promise.all(regions)),
  };
}
