import type { Call, Principal } from "../../proofs/policy";
import type { Event } from "../detection";
import { padded, roleCall, roleIdentity } from "../detections/sample-calls";
import { parametersOf, type SurfaceAction } from "./actions";
import { ACCOUNTS, type Account, type ProtectedThing, type ServiceSurface } from "./surface";

/** One try of an action: who is asked about it, on what, from which account. */
export interface Attempt {
  readonly account: Account;
  /** What it is called on; none where it names nothing of ours. */
  readonly thing: ProtectedThing | undefined;
  readonly call: Call;
  /** The records that it leaves, every way to name the thing among them. None where CloudTrail leaves none. */
  readonly events: readonly Event[];
}

const administrator = (account: Account): Principal => ({
  type: "role",
  account: ACCOUNTS[account],
  name: "Administrator",
});

const filled = (text: string, account: Account): string => text.replaceAll("{account}", ACCOUNTS[account]);

/** The names under which the action is recorded: none for what is a permission only, or is not recorded. */
export function eventNamesOf(surface: ServiceSurface, action: string): readonly string[] {
  const { service, events = {}, unrecorded = [], documented } = surface;
  if (unrecorded.some(({ actions }) => actions.includes(action))) return [];
  const other = events[action];
  if (other !== undefined) return other.names;
  const isKnown = parametersOf(service, action) !== undefined || documented?.actions.includes(action) === true;
  return isKnown ? [action] : [];
}

const fieldsOf = ({ named = {} }: ProtectedThing): readonly string[] => Object.keys(named);

/** Whether the action is on the thing: by its resource type, or by a parameter where it has none. */
function touches(surface: ServiceSurface, action: SurfaceAction, thing: ProtectedThing): boolean {
  if (thing.actions !== undefined) return thing.actions.includes(action.name);
  if (action.on.length > 0) return action.on.some((type) => thing.arns?.[type] !== undefined);
  const parameters = parametersOf(surface.service, action.name) ?? [];
  return fieldsOf(thing).some((field) => parameters.includes(field));
}

/** Every way in which a request may name the thing, among its other parameters. */
function requestsOf(parameters: readonly string[], thing: ProtectedThing | undefined, account: Account) {
  const plain = Object.fromEntries(parameters.map((parameter) => [parameter, "example"]));
  const ways = Object.entries(thing?.named ?? {}).filter(([field]) => parameters.includes(field));
  if (ways.length === 0) return [plain];
  // The fields of a thing are alternatives: one of them names it, the others are left out.
  const others = Object.entries(plain).filter(([parameter]) => ways.every(([field]) => field !== parameter));
  return ways.flatMap(([field, names]) =>
    names.map((name) => ({ ...Object.fromEntries(others), [field]: filled(name, account) })),
  );
}

function eventsOf(
  surface: ServiceSurface,
  action: SurfaceAction,
  thing: ProtectedThing | undefined,
  held: Account,
  caller: Account,
): readonly Event[] {
  const isData = surface.recordedData?.includes(action.name) === true;
  return eventNamesOf(surface, action.name).flatMap((eventName) => {
    const parameters = parametersOf(surface.service, eventName) ?? parametersOf(surface.service, action.name) ?? [];
    const records = requestsOf(parameters, thing, held).map((requestParameters) =>
      roleCall(surface.records, eventName, {
        userIdentity: roleIdentity(ACCOUNTS[caller], "Administrator"),
        recipientAccountId: ACCOUNTS[caller],
        requestParameters,
        ...(isData ? { managementEvent: false, eventCategory: "Data" } : {}),
      }),
    );
    // A request so large that CloudTrail leaves its parameters out: the thing's own account is all that is known.
    return caller === held ? [...records, ...records.slice(0, 1).map(padded)] : records;
  });
}

const callersBesides = ({ from }: ProtectedThing, { name }: SurfaceAction): readonly Account[] =>
  from?.actions.includes(name) === true ? from.accounts : [];

/** What an action is tried on: each thing that it is on, from each account that can; or each account as such. */
export function attemptsOf(surface: ServiceSurface, action: SurfaceAction): readonly Attempt[] {
  const touched = surface.things.filter((thing) => touches(surface, action, thing));
  const name = `${surface.service}:${action.name}`;
  if (touched.length === 0)
    return surface.accounts.map((account) => ({
      account,
      thing: undefined,
      call: {
        principal: administrator(account),
        action: name,
        ...(action.on.length === 0
          ? {}
          : { resource: `arn:aws:${surface.service}:us-east-1:${ACCOUNTS[account]}:example/example` }),
      },
      events: eventsOf(surface, action, undefined, account, account),
    }));
  return touched.flatMap((thing) =>
    thing.in.flatMap((held) =>
      [held, ...callersBesides(thing, action)].flatMap((account) => {
        const resources = action.on.flatMap((type) => thing.arns?.[type] ?? []);
        const events = eventsOf(surface, action, thing, held, account);
        const base = {
          principal: administrator(account),
          action: name,
          ...(thing.context ? { context: thing.context } : {}),
        };
        const calls: readonly Call[] =
          resources.length === 0
            ? [base]
            : resources.map((resource) => ({ ...base, resource: filled(resource, held) }));
        return calls.map((call) => ({ account, thing, call, events }));
      }),
    ),
  );
}
