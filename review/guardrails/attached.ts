import { oncePer } from "../../config";
import { Unknown, type Thing } from "../model/thing";
import type { LivePolicy, ReviewInput } from "../model/review-input";
import type { World } from "../model/world";
import { statementsOf, type PolicyStatement } from "../policy/statement";

/** A policy of the organization, on one side of the change. */
export interface OrganizationPolicy {
  /** The same on both sides: its address, or its id where no reviewed stack has it. */
  readonly key: string;
  /** How people call it: a guardrail by its id. */
  readonly name: string;
  readonly type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
  readonly text: unknown;
  /** Undefined where we cannot read it. */
  readonly statements: readonly PolicyStatement[] | undefined;
}

/** A policy on a target. */
export interface Attachment {
  readonly policy: OrganizationPolicy;
  readonly target: string;
}

/** Attachments of one side, and those of which nobody can say what is attached where. */
export interface Attached {
  readonly known: readonly Attachment[];
  readonly open: readonly Thing[];
}

const TYPES: ReadonlySet<unknown> = new Set(["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]);

const isOrganizationType = (type: unknown): type is OrganizationPolicy["type"] => TYPES.has(type);

function readable(text: unknown): readonly PolicyStatement[] | undefined {
  try {
    return statementsOf(text);
  } catch {
    return undefined;
  }
}

const policyOf = (key: string, name: string, type: OrganizationPolicy["type"], text: unknown): OrganizationPolicy => ({
  key,
  name,
  type,
  text,
  statements: readable(text),
});

/** The policies of a side that stacks hold, by address. Tag policies and the like bound no call. */
export const policiesOf = oncePer((world: World): readonly (readonly [Thing, OrganizationPolicy])[] =>
  world.of("aws_organizations_policy").flatMap((thing) => {
    const { type, content } = thing.values;
    return isOrganizationType(type)
      ? [[thing, policyOf(`${thing.stack} ${thing.address}`, thing.label, type, content)] as const]
      : [];
  }),
);

/** A policy that no reviewed stack holds, however many targets it has; undefined for one of another kind. */
const livePolicy = oncePer(({ id, name, type, text }: LivePolicy) =>
  isOrganizationType(type) ? policyOf(id, name, type, text) : undefined,
);

/** Policies that no reviewed stack holds: they stay what they are. */
function foreign(live: readonly LivePolicy[], ours: ReadonlySet<unknown>): readonly Attachment[] {
  return live
    .filter(({ id }) => !ours.has(id))
    .flatMap((each) => {
      const policy = livePolicy(each);
      return policy === undefined ? [] : each.targets.map((target) => ({ policy, target }));
    });
}

const pair = (policy: unknown, target: unknown): string => `${String(policy)} ${String(target)}`;

/** Where policies of the reviewed stacks are attached by others: there they stay while they are. */
function elsewhere({ before, livePolicies }: ReviewInput, world: World): readonly Attachment[] {
  const ours = new Set(
    before
      .of("aws_organizations_policy_attachment")
      .map(({ values }) => pair(values["policy_id"], values["target_id"])),
  );
  const live = new Map(livePolicies.map((each) => [each.id, each]));
  return policiesOf(world).flatMap(([{ values }, policy]) =>
    (live.get(String(values["id"]))?.targets ?? [])
      .filter((target) => !ours.has(pair(values["id"], target)))
      .map((target) => ({ policy, target })),
  );
}

/** What is attached where, on the given side. */
export function attachedIn(input: ReviewInput, side: "before" | "after"): Attached {
  const { before, after, livePolicies } = input;
  const world = side === "before" ? before : after;
  const policies = new Map(policiesOf(world));
  const known: Attachment[] = [];
  const open: Thing[] = [];
  for (const thing of world.of("aws_organizations_policy_attachment")) {
    const { policy_id: id, target_id: target } = thing.values;
    const held = world.named("aws_organizations_policy", id, undefined);
    const policy = held === undefined ? undefined : policies.get(held);
    const found = livePolicies.find((each) => each.id === id);
    const live = found === undefined ? undefined : livePolicy(found);
    if (policy !== undefined && typeof target === "string") known.push({ policy, target });
    else if (live !== undefined && typeof target === "string") known.push({ policy: live, target });
    // An attachment of a policy of another kind bounds no call.
    else if (held === undefined || policy !== undefined || target instanceof Unknown) open.push(thing);
  }
  const ids = new Set([before, after].flatMap((each) => policiesOf(each).map(([{ values }]) => values["id"])));
  return { known: [...known, ...foreign(livePolicies, ids), ...elsewhere(input, world)], open };
}
