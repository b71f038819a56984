import { changesBetween, inputOf, reviewed, spelledOrganization, type Synthesized } from "../../review";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";

export type Body = Record<string, unknown>;

/** Synthesized stacks as a hand edits them. */
export type Stacks = Record<
  string,
  {
    provider: Record<string, Body[]>;
    terraform: Body;
    resource: Record<string, Record<string, Body>>;
    variable?: Record<string, Body>;
    import?: Body[];
    removed?: Body[];
  }
>;

export const SYNTHESIZED = synth(configuration()).stacks as unknown as Synthesized;

/** What is found between two checkouts, in a line each. */
export function foundBetween(was: Synthesized, is: Synthesized): readonly string[] {
  const changes = changesBetween(was, is);
  const things = changes.flatMap((change) => [change.before ?? [], change.after ?? []].flat());
  const input = inputOf(changes, { organization: spelledOrganization(things), livePolicies: [] });
  return reviewed(input, { title: "Review", risks: [], today: new Date("2026-11-01") }).json.findings.map(
    ({ rule, place, severity, words }) => `${rule} (${severity}) ${place}: ${words}`,
  );
}

/** The stacks of the example, changed by hand. */
export function edited(change: (stacks: Stacks) => unknown, from: Synthesized = SYNTHESIZED): Synthesized {
  const stacks = structuredClone(from) as unknown as Stacks;
  change(stacks);
  return stacks;
}

/** What is found where somebody changed the stacks of the example by hand. */
export const foundAfter = (change: (stacks: Stacks) => unknown): readonly string[] =>
  foundBetween(SYNTHESIZED, edited(change));

export function resource(stacks: Stacks, stack: string, address: string): Body {
  const [type = "", name = ""] = address.split(".");
  const found = stacks[stack]?.resource[type]?.[name];
  if (found === undefined) throw new Error(`no ${address} in ${stack}`);
  return found;
}
