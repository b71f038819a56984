import { changesBetween, inputOfPlans, planOf, type ReviewInput } from "../../review";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";

export type Values = Readonly<Record<string, unknown>>;

interface Deployed {
  readonly stack: string;
  readonly place: string;
  values: Values;
  previously?: string;
}

type Statement = Record<string, unknown>;

/** The shipped example as it is once deployed, by address. */
function deployed(): Map<string, Deployed> {
  const changes = changesBetween({}, synth(configuration()).stacks);
  return new Map(
    changes.flatMap(({ stack, address, type, after }) =>
      // A plan lists resources: the frame of a stack is none.
      after === undefined || !type.match(/^(aws|terraform)_/)
        ? []
        : [[address, { stack, place: `${after.account} ${after.region}`, values: after.values }] as const],
    ),
  );
}

/** A deployed organization that a pair changes. */
export class Draft {
  constructor(private readonly things = deployed()) {}

  copy(): Draft {
    return new Draft(new Map([...this.things].map(([address, thing]) => [address, { ...thing }])));
  }

  private at(address: string): Deployed {
    const found = this.things.get(address);
    if (found === undefined) throw new Error(`no ${address} among ${[...this.things.keys()].join(", ")}`);
    return found;
  }

  get(address: string): Values {
    return this.at(address).values;
  }

  set(address: string, values: Values): this {
    const thing = this.at(address);
    thing.values = { ...thing.values, ...values };
    return this;
  }

  remove(...addresses: readonly string[]): this {
    for (const address of addresses) {
      this.at(address);
      this.things.delete(address);
    }
    return this;
  }

  /** Adds a thing in the place of another one. */
  add(address: string, values: Values, beside = "aws_organizations_policy.deny-root-user"): this {
    const { stack, place } = this.at(beside);
    this.things.set(address, { stack, place, values });
    return this;
  }

  rename(from: string, to: string, isMoved: boolean): this {
    const thing = this.at(from);
    this.things.delete(from);
    this.things.set(to, { ...thing, ...(isMoved ? { previously: from } : {}) });
    return this;
  }

  /** Changes the statements of a policy. */
  statements(address: string, attribute: string, edit: (statements: Statement[]) => Statement[]): this {
    const policy = JSON.parse(String(this.get(address)[attribute])) as { Statement: Statement[] };
    return this.set(address, { [attribute]: JSON.stringify({ ...policy, Statement: edit(policy.Statement) }) });
  }

  entries(): ReadonlyMap<string, Deployed> {
    return this.things;
  }
}

const unknowns = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value === UNKNOWN)
      .map(([key]) => [key, true]),
  );

/** Stands for a value that is known only after the apply. */
export const UNKNOWN = "(unknown)";

/** Addresses that are changed otherwise than in place. */
interface More {
  readonly replaced?: readonly string[] | undefined;
  readonly forgotten?: readonly string[] | undefined;
}

function plannedChange(address: string, was: Deployed | undefined, is: Deployed | undefined, more: More) {
  const [type = "", label = ""] = address.split(/[.[]/);
  const same = JSON.stringify(was?.values) === JSON.stringify(is?.values);
  const gone = more.forgotten?.includes(address) === true ? ["forget"] : ["delete"];
  const changed = more.replaced?.includes(address) === true ? ["delete", "create"] : ["update"];
  const actions = was === undefined ? ["create"] : is === undefined ? gone : same ? ["no-op"] : changed;
  const after =
    is === undefined ? null : Object.fromEntries(Object.entries(is.values).filter(([, value]) => value !== UNKNOWN));
  return {
    address,
    ...(is?.previously === undefined ? {} : { previous_address: is.previously }),
    mode: "managed",
    type,
    name: label,
    change: { actions, before: was?.values ?? null, after, after_unknown: unknowns(is?.values ?? {}) },
  };
}

/** The plans that lead from one organization to another, in the shape of `terraform show -json`. */
export function plansFrom(before: Draft, after: Draft, more: More = {}): ReviewInput {
  const [old, young] = [before.entries(), after.entries()];
  const previous = new Set([...young.values()].flatMap(({ previously }) => previously ?? []));
  const addresses = [...new Set([...young.keys(), ...old.keys()])].filter(
    (address) => !previous.has(address) || young.has(address),
  );
  const all = [...old.values(), ...young.values()];
  return inputOfPlans(
    [...new Set(all.map(({ stack }) => stack))].map((stack) => {
      const here = addresses.filter((address) => (young.get(address) ?? old.get(address))?.stack === stack);
      const places = new Map(here.map((address) => [address, (young.get(address) ?? old.get(address))?.place ?? ""]));
      const key = (place: string) => `aws.${place.replace(" ", "-")}`;
      const plan = {
        format_version: "1.2",
        resource_changes: here.map((address) => {
          const is = young.get(address);
          return plannedChange(address, old.get(is?.previously ?? address), is, more);
        }),
        configuration: {
          provider_config: Object.fromEntries(
            [...new Set(places.values())].map((place) => {
              const [account, region] = place.split(" ");
              return [
                key(place),
                {
                  expressions: {
                    allowed_account_ids: { constant_value: [account] },
                    region: { constant_value: region },
                  },
                },
              ];
            }),
          ),
          root_module: {
            resources: here.map((address) => {
              const [type, name] = address.split(/[.[]/);
              return { mode: "managed", type, name, provider_config_key: key(places.get(address) ?? "") };
            }),
          },
        },
      };
      return { stack, plan: planOf(plan, stack) };
    }),
    ORGANIZATION,
  );
}

/** Units as the example spells them, each with an account. */
const ORGANIZATION = {
  managementAccount: "111111111111",
  root: "root",
  units: [
    { id: "Security", name: "Security", parent: "root" },
    { id: "Workloads", name: "Workloads", parent: "root" },
    { id: "Workloads/Canary", name: "Canary", parent: "Workloads" },
    { id: "Workloads/Prod", name: "Prod", parent: "Workloads" },
  ],
  accounts: [
    { id: "111111111111", name: "management", unit: "root" },
    { id: "222222222222", name: "security", unit: "Security" },
    { id: "333333333333", name: "log-archive", unit: "Security" },
    { id: "444444444444", name: "payments-prod", unit: "Workloads/Prod" },
    { id: "555555555555", name: "payments-canary", unit: "Workloads/Canary" },
    { id: "666666666666", name: "shop-prod", unit: "Workloads/Prod" },
  ],
  policies: [],
};
