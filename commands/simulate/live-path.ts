import type { Blueprint } from "../../config";
import type { LiveLevel, LiveOrganization } from "../../organization/tree/live-organization";
import { mistake } from "../contract/mistake";
import { accountId } from "./caller";

/** The account: a name of the real organization, a name of the configuration, or an id. */
export async function liveAccount(blueprint: Blueprint, live: LiveOrganization, account: string): Promise<string> {
  const named = await live.accountsNamed(account);
  if (named.length > 1) mistake("--account", `be an id, as ${named.join(" and ")} have the same name`, account);
  return named[0] ?? accountId(blueprint, account);
}

/** Where an account lies, from the root down to itself. */
export const pathOf = async (live: LiveOrganization, account: string): Promise<readonly LiveLevel[]> =>
  (await live.pathTo(account)) ?? mistake("account", "belong to the organization that answers", account);
