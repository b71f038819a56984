import type { Organization } from "../model/organization";
import type { Attachment } from "./attached";

/** Where the policies of a path are judged: an account, or a unit whose accounts nobody knows. */
export interface Place {
  readonly id: string;
  /** From the root down, itself included. */
  readonly path: readonly string[];
  readonly account: string | undefined;
}

/** Every account whose place is known, and every target that none of them stands for. */
export function placesOf(organization: Organization, attachments: readonly Attachment[]): readonly Place[] {
  const { accounts } = organization;
  const known = accounts
    .filter(({ parent, isManagement }) => parent !== undefined && isManagement !== true)
    .map(({ id }) => ({ id, path: organization.pathTo(id), account: id }));
  const targets = [...new Set(attachments.map(({ target }) => target))]
    .filter((target) => !known.some(({ path }) => path.includes(target)))
    // The management account is bound by nothing.
    .filter((target) => !accounts.some(({ id, isManagement }) => id === target && isManagement === true))
    .map((id) => ({ id, path: organization.pathTo(id), account: /^\d{12}$/.test(id) ? id : undefined }));
  return [...known, ...targets];
}

/** What is attached on the way to a place. */
export const attachedOn = (path: readonly string[], attachments: readonly Attachment[]): readonly Attachment[] =>
  attachments.filter(({ target }) => path.includes(target));

const counted = (count: number): string => (count === 1 ? "1 account" : `${count} accounts`);

/** The places in as few words as they can be said: the units that lie in them as a whole, then single accounts. */
export function placesInWords(
  organization: Organization,
  places: readonly Place[],
  targets: readonly string[],
): string {
  const ids = new Set(places.map(({ id }) => id));
  const whole = new Map(
    targets
      .map((target) => [target, organization.accountsBelow(target)] as const)
      .filter(([target, below]) => ids.has(target) || (below.length > 0 && below.every((id) => ids.has(id)))),
  );
  const said = new Set([...whole].flatMap(([target, below]) => [target, ...below]));
  const rest = places.filter(({ id }) => !said.has(id)).map(({ id }) => id);
  const words = [...new Set([...whole.keys(), ...rest])].map((id) => {
    const below = /^\d{12}$/.test(id) ? 0 : (whole.get(id) ?? organization.accountsBelow(id)).length;
    return `\`${organization.nameOf(id)}\`${below === 0 ? "" : ` (${counted(below)})`}`;
  });
  return words.length > 6 ? `${words.slice(0, 6).join(", ")} and ${words.length - 6} more` : words.join(", ");
}
