import { oncePer } from "../../config";
import type { Call } from "../../proofs/policy";
import type { ReviewInput } from "../model/review-input";
import { canonical } from "../model/thing";
import { uncovered, type Atom } from "../policy/covers";
import type { PolicyStatement } from "../policy/statement";
import { attachedIn, type Attachment, type OrganizationPolicy } from "./attached";
import { statementsForAccount } from "./of-account";
import { attachedOn, placesOf, type Place } from "./places";
import { judgedOn, witnessOf } from "./witness";

/** What a policy said on some places and nothing there says any longer. */
export interface Loss {
  readonly policy: OrganizationPolicy;
  /** The policy as it is after the change; undefined where it no longer reaches the places. */
  readonly after: OrganizationPolicy | undefined;
  readonly places: readonly Place[];
  /** Targets by which the policy reached them. */
  readonly targets: readonly string[];
  readonly atoms: readonly Atom[];
  /** A call that was denied and no longer is; undefined where nobody can say. */
  readonly witness: Call | undefined;
  /** Why nobody can say. */
  readonly doubt: string | undefined;
}

interface Group {
  readonly places: Place[];
  readonly before: readonly Attachment[];
  readonly after: readonly Attachment[];
}

const signature = (attached: readonly Attachment[]): string =>
  [...new Set(attached.map(({ policy }) => `${policy.key} ${canonical(policy.text)}`))].sort().join("\n");

/** Places on which the same changes, taken together. */
function groupsOf(input: ReviewInput): readonly Group[] {
  const [before, after] = [attachedIn(input, "before").known, attachedIn(input, "after").known];
  const groups = new Map<string, Group>();
  for (const place of placesOf(input.organization, [...before, ...after])) {
    const [was, is] = [attachedOn(place.path, before), attachedOn(place.path, after)];
    const [old, young] = [signature(was), signature(is)];
    if (old === young) continue;
    // A place without an account, and one whose account a policy names, are judged by themselves: others call there.
    const isNamed = place.account === undefined || `${old} ${young}`.includes(place.account);
    const key = `${old}\n\n${young}\n\n${isNamed ? place.id : ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { places: [place], before: was, after: is });
    else group.places.push(place);
  }
  return [...groups.values()];
}

const message = (error: unknown): string =>
  error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);

const NO_WITNESS = "no call was found that tells before and after apart, and no proof that there is none";

/** What the policy loses on a group of places. */
function lossOf(policy: OrganizationPolicy, { places, before, after }: Group): Loss | undefined {
  const [place] = places;
  if (place === undefined) return undefined;
  const now = after.find((each) => each.policy.key === policy.key)?.policy;
  const targets = [...new Set(before.filter((each) => each.policy.key === policy.key).map(({ target }) => target))];
  const base = { policy, after: now, places, targets };
  const others = after.filter((each) => each.policy.type === policy.type);
  if (now !== undefined && canonical(now.text) === canonical(policy.text)) return undefined;
  if (
    policy.statements === undefined ||
    others.some((each) => each.policy.statements === undefined && each.policy.key === policy.key)
  )
    return { ...base, atoms: [], witness: undefined, doubt: "the policy cannot be read before the apply" };
  const account = policy.type === "SERVICE_CONTROL_POLICY" ? place.account : undefined;
  const here = (statements: readonly PolicyStatement[]) => statementsForAccount(statements, account);
  const left = others.flatMap((each) => each.policy.statements ?? []);
  const atoms = uncovered("Deny", here(policy.statements), here(left));
  if (atoms.length === 0) return undefined;
  try {
    const judged = judgedOn(place, before, after);
    for (const atom of atoms) {
      const witness = witnessOf(atom, policy.type, judged);
      if (witness !== undefined) return { ...base, atoms, witness, doubt: undefined };
    }
    return { ...base, atoms, witness: undefined, doubt: NO_WITNESS };
  } catch (error) {
    return { ...base, atoms, witness: undefined, doubt: message(error) };
  }
}

function joined(losses: readonly Loss[]): readonly Loss[] {
  const byPolicy = new Map<string, Loss>();
  for (const loss of losses) {
    const key = `${loss.policy.key} ${loss.after === undefined} ${loss.witness === undefined}`;
    const found = byPolicy.get(key);
    byPolicy.set(
      key,
      found === undefined
        ? loss
        : {
            ...found,
            places: [...found.places, ...loss.places],
            targets: [...new Set([...found.targets, ...loss.targets])],
            atoms: [...found.atoms, ...loss.atoms],
          },
    );
  }
  return [...byPolicy.values()];
}

/** Everything that was denied somewhere and no longer is, or of which nobody can say. */
export const lossesIn = oncePer((input: ReviewInput): readonly Loss[] =>
  joined(
    groupsOf(input).flatMap((group) => {
      const policies = [...new Map(group.before.map(({ policy }) => [policy.key, policy])).values()];
      return policies.flatMap((policy) => lossOf(policy, group) ?? []);
    }),
  ),
);
