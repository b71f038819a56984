import { actionsOf, type SurfaceAction } from "../attack-surface/actions";
import { eventNamesOf } from "../attack-surface/attempts";
import { SURFACES } from "../attack-surface";
import { removalOf, type Acts } from "./acts";
import { actsOn } from "./types";

export { TERRAFORM_ACTS } from "./types";

/** What became of a resource: it went, its tags are others and nothing else, or something else of it is another. */
export type Became = "gone" | "tagged" | "changed";

/** An API call that makes such a change. */
export interface ChangingCall {
  /** As policies name it: `s3:PutLifecycleConfiguration`. */
  readonly action: string;
  /** As CloudTrail names the service: `s3.amazonaws.com`. */
  readonly eventSource: string;
  /** The names of its records. None where no source says how CloudTrail records it. */
  readonly eventNames: readonly string[];
  /** Whether AWS lets another account call it, where the organization delegates that to it. */
  readonly isDelegable: boolean;
  /** Whether policies know it by `*` alone, and not by what it is called on. */
  readonly isOnNothing: boolean;
  /** Part of the account in which it is called. @default that of the resource */
  readonly from?: Acts["from"];
}

const MAKES = /^(Create|Attach|Register|Subscribe$|Confirm)/;

type Named = readonly [SurfaceAction, readonly string[]];

/** The records of an action whose names fit. One that has no other name is recorded under its own. */
const fitting = (named: readonly Named[], fits: (name: string) => boolean): readonly Named[] =>
  named.flatMap(([action, names]): readonly Named[] => {
    if (names.length === 0) return fits(action.name) ? [[action, names]] : [];
    const those = names.filter(fits);
    return those.length > 0 ? [[action, those]] : [];
  });

/** Whether an action changes one of the attributes; of one that is not spoken of, any may. */
const isAbout = ({ ofAttribute = {} }: Acts, attributes: readonly string[], action: string): boolean =>
  attributes.length === 0 || attributes.some((name) => ofAttribute[name]?.test(action) ?? true);

function chosen(acts: Acts, named: readonly Named[], became: Became, attributes: readonly string[]): readonly Named[] {
  const { about, changes, tagged } = acts;
  if (became === "tagged")
    return tagged === undefined ? [] : named.filter(([{ level, on }]) => level === "Tagging" && on.includes(tagged));
  const own = named.filter(([{ name }]) => about.test(name));
  const removes = removalOf(acts);
  if (became === "gone") {
    const gone = fitting(own, (name) => removes.test(name));
    return acts.isRemovalUnnamed === true ? gone.map(([action]) => [action, []]) : gone;
  }
  const changing =
    changes === undefined
      ? fitting(own, (name) => !removes.test(name) && !MAKES.test(name))
      : own.filter(([{ name }]) => changes.test(name));
  return changing.filter(([{ name }]) => isAbout(acts, attributes, name));
}

/**
 * The calls that can make of a resource of this type what became of it, as the attack surface knows them: what Terraform
 * would undo. Empty where none is known, for a type that the baseline does not make among them.
 *
 * @param attributes - names of those that are others, where it was changed. None: whatever it has
 */
export const callsThatMade = (
  type: string,
  became: Became,
  attributes: readonly string[] = [],
): readonly ChangingCall[] =>
  (actsOn(type) ?? []).flatMap((acts) => {
    const surface = SURFACES.find(({ service }) => service === acts.service);
    if (surface === undefined) return [];
    const named = actionsOf(acts.service).map((action): Named => [action, eventNamesOf(surface, action.name)]);
    return chosen(acts, named, became, attributes).map(([{ name, on }, eventNames]) => ({
      action: `${acts.service}:${name}`,
      eventSource: `${surface.records}.amazonaws.com`,
      eventNames,
      isDelegable: surface.things.some(({ from }) => from?.actions.includes(name) === true),
      isOnNothing: on.length === 0,
      ...(acts.from === undefined ? {} : { from: acts.from }),
    }));
  });
