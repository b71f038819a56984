import { oncePer } from "../../config";
import {
  evaluate,
  FULL_AWS_ACCESS,
  parsePolicyText,
  type AttachedPolicy,
  type Call,
  type Level,
  type Principal,
} from "../../proofs/policy";
import type { Atom } from "../policy/covers";
import { globCovers } from "../policy/glob";
import type { PolicyStatement } from "../policy/statement";
import type { Attachment, OrganizationPolicy } from "./attached";
import type { Place } from "./places";
import { actionSamples, contextSamples, OUTSIDE, principalSamples, resourceSamples, SOMEBODY } from "./samples";

/** Calls that are tried before the search gives up. */
const MOST_CALLS = 6000;
const MOST_CONTEXTS = 250;

/** The policy as the evaluator reads it. Throws where it holds what the evaluator does not know. */
const evaluated = oncePer(({ name, type, text }: OrganizationPolicy): AttachedPolicy => {
  if (typeof text !== "string") throw new Error(`policy ${name} must be known before the apply`);
  return { name, type, document: parsePolicyText(text, name, type) };
});

/** Whether a policy that the evaluator cannot read is there before and after: it denies the same on both sides. */
function isLeftOut(policy: OrganizationPolicy, others: readonly Attachment[]): boolean {
  if (!others.some((other) => other.policy.key === policy.key && other.policy.text === policy.text)) return false;
  try {
    evaluated(policy);
    return false;
  } catch {
    return true;
  }
}

/**
 * The levels of a path. What allows is not asked: every level allows everything. What stays as it is and cannot be read is
 * left out: a call that only it still denies is told all the same.
 */
const levelsOf = (
  { path, account }: Place,
  attached: readonly Attachment[],
  others: readonly Attachment[],
): readonly Level[] =>
  path.map((id, index) => ({
    kind: id === account ? "account" : index === 0 ? "root" : "ou",
    id,
    policies: [
      FULL_AWS_ACCESS,
      ...attached
        .filter(({ target, policy }) => target === id && !isLeftOut(policy, others))
        .map(({ policy }) => evaluated(policy)),
    ],
  }));

function selected(atom: Atom, actions: readonly string[]): readonly string[] {
  const { negated, patterns } = atom.action;
  return actions.filter(
    (action) => patterns.some((pattern) => globCovers(pattern.toLowerCase(), action.toLowerCase())) !== negated,
  );
}

/** Calls that the atom speaks of, or nearly. */
function* callsOf(
  atom: Atom,
  place: Place,
  type: OrganizationPolicy["type"],
  others: readonly PolicyStatement[],
): Generator<Call> {
  const statements = [atom.statement, ...others];
  const account = place.account ?? SOMEBODY;
  const own = principalSamples(account, statements, place.account === undefined);
  const principals: readonly Principal[] =
    type === "SERVICE_CONTROL_POLICY" ? own : [...principalSamples(OUTSIDE, statements), ...own];
  // What the statement itself names comes first: a call that people know is the better witness.
  const actions = selected(atom, actionSamples(statements)).slice(0, 12);
  const contexts = [...contextSamples(statements, MOST_CONTEXTS)];
  const resources = resourceSamples([{ ...atom.statement, resources: atom.resource }, ...others]).slice(0, 12);
  for (const action of actions)
    for (const resource of resources)
      for (const context of contexts)
        for (const principal of principals) {
          const owner = type === "RESOURCE_CONTROL_POLICY" ? { resourceAccount: account } : {};
          yield { principal, action, resource, context, ...owner };
        }
}

/** Whether the call is denied; undefined where the evaluator refuses it as malformed. */
function denied(call: Call, levels: readonly Level[]): boolean | undefined {
  try {
    return evaluate(call, levels).decision === "denied";
  } catch {
    return undefined;
  }
}

/** What is judged: the same place with what is attached before and after. */
interface Judged {
  readonly place: Place;
  readonly before: readonly Attachment[];
  readonly after: readonly Attachment[];
  readonly was: readonly Level[];
  readonly is: readonly Level[];
}

/** A place made ready to be judged. Throws where a policy holds what the evaluator does not know. */
export const judgedOn = (place: Place, before: readonly Attachment[], after: readonly Attachment[]): Judged => ({
  place,
  before,
  after,
  was: levelsOf(place, before, after),
  is: levelsOf(place, after, before),
});

/** A call that was denied and no longer is; undefined where none was found. */
export function witnessOf(
  atom: Atom,
  type: OrganizationPolicy["type"],
  { place, before, after, was, is }: Judged,
): Call | undefined {
  const about = after
    .flatMap(({ policy }) => policy.statements ?? [])
    .filter(
      ({ effect, sid }) =>
        effect === "Deny" &&
        (sid === atom.statement.sid ||
          !before.some(({ policy }) => policy.statements?.some((each) => each.sid === sid))),
    );
  let tried = 0;
  for (const call of callsOf(atom, place, type, about)) {
    if (++tried > MOST_CALLS) return undefined;
    if (denied(call, was) === true && denied(call, is) === false) return call;
  }
  return undefined;
}
