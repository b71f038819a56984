import { attachedIn } from "../guardrails/attached";
import { placesInWords, type Place } from "../guardrails/places";
import { reachesIn, type PlaceReach, type PolicyReach, type Reach } from "../guardrails/reach";
import { grouped } from "../model/grouped";
import type { Knowledge, Organization, Unit } from "../model/organization";
import type { ReviewInput } from "../model/review-input";
import { redacted } from "./redact";

/** The root, a unit or an account, as it is shown. */
export interface Node {
  /** To find it by. It may hold what is not to be shown. */
  readonly id: string;
  readonly name: string;
  /** What AWS calls it, where that says more than its name. */
  readonly shownId: string | undefined;
  readonly parent: string | undefined;
}

/** What the change makes of a guardrail, ours or the team's. */
export interface PicturedGuardrail {
  readonly name: string;
  readonly isOfResources: boolean;
  /** Ids that it is attached to. */
  readonly targets: PolicyReach["targets"];
  /** Ids of accounts, and of targets whose accounts nobody knows, with their way from the root. */
  readonly places: readonly (Omit<PlaceReach, "place"> & Pick<Place, "id" | "path">)[];
  /** The places of a reach in as few words as they can be said. */
  readonly where: Readonly<Partial<Record<Reach, string>>>;
}

/** Who is covered by what, before and after. Shown texts hold nothing that reaches people. */
export interface Picture {
  readonly knowledge: Knowledge;
  readonly root: string | undefined;
  readonly units: readonly Node[];
  /** `isManagement`: bound by no policy. */
  readonly accounts: readonly (Node & { readonly isManagement: boolean })[];
  /** Targets of which nothing but their id is known. */
  readonly strangers: readonly Node[];
  readonly guardrails: readonly PicturedGuardrail[];
  /** Attachments of which a plan does not know what they attach, or where. */
  readonly open: readonly string[];
}

const node = ({ id, name, parent }: Unit): Node => ({
  id,
  name: redacted(name),
  shownId: id === name || !/^(\d{12}$|ou-|r-)/.test(id) ? undefined : redacted(id),
  parent,
});

function pictured(organization: Organization, { policy, targets, places }: PolicyReach): PicturedGuardrail {
  const attachedTo = [...targets.before, ...targets.after];
  const wordsFor = (all: readonly Place[]) => redacted(placesInWords(organization, all, attachedTo));
  return {
    name: redacted(policy.name),
    isOfResources: policy.type === "RESOURCE_CONTROL_POLICY",
    targets,
    places: places.map(({ place: { id, path }, ...covered }) => ({ id, path, ...covered })),
    where: Object.fromEntries(
      [...grouped(places, ({ reach }) => reach)].map(([reach, all]) => [
        reach,
        wordsFor(all.map(({ place }) => place)),
      ]),
    ),
  };
}

/** Ids that a guardrail covers or is attached to, and that the organization as it is known does not hold. */
function strangersAmong(reaches: readonly PolicyReach[], { units, accounts }: Organization): readonly string[] {
  const known = new Set([...units, ...accounts].map(({ id }) => id));
  const named = reaches.flatMap(({ targets: { before, after }, places }) => [
    ...before,
    ...after,
    ...places.map(({ place }) => place.id),
  ]);
  return [...new Set(named)].filter((id) => !known.has(id));
}

/** Draws what a change makes of who is covered by what. */
export function pictureOf(input: ReviewInput): Picture {
  const { organization } = input;
  const { open } = attachedIn(input, "after");
  const reaches = reachesIn(input);
  return {
    knowledge: organization.knowledge,
    root: organization.root,
    units: organization.units.map(node),
    accounts: organization.accounts.map((account) => ({
      ...node(account),
      isManagement: account.isManagement === true,
    })),
    strangers: strangersAmong(reaches, organization).map((id) => node({ id, name: id })),
    guardrails: reaches.map((each) => pictured(organization, each)),
    open: open.map(({ address }) => redacted(address)),
  };
}
