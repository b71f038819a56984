/** What the attack surface holds about a resource of Terraform: the service, and which of its actions are about it. */
export interface Acts {
  /** Prefix of the service in IAM actions, as in the attack surface. */
  readonly service: string;
  /** Names of the actions that are about the thing. */
  readonly about: RegExp;
  /**
   * Of those, by the name of the action or of its record, the ones that take the whole thing away.
   * @default what deletes, detaches, removes, unsubscribes or deregisters
   */
  readonly removes?: RegExp;
  /**
   * Of those, the ones that change it.
   * @default those that neither take it away nor make it
   */
  readonly changes?: RegExp;
  /**
   * Of those, the ones that change an attribute of Terraform's.
   * @default every one that changes it, for an attribute that is not here
   */
  readonly ofAttribute?: Readonly<Record<string, RegExp>>;
  /**
   * Resource type of the Service Authorization Reference that its tags are on.
   * @default it has none
   */
  readonly tagged?: string;
  /**
   * Whether no source says under which name CloudTrail records that it is taken away: the action has another operation
   * for that than the one that it is named after.
   */
  readonly isRemovalUnnamed?: true;
  /**
   * Part of the account in which they are called, wherever the thing lies.
   * @default in its own account
   */
  readonly from?: "management" | "security";
}

const REMOVES = /^(Delete|Detach|Remove|Unsubscribe|Deregister)/;

/** No action at all. */
export const NOTHING = /(?!)/;

/** What a thing lies in: it goes with that. */
export const goneWith = ({ service, about, removes, from }: Acts): Acts => ({
  service,
  about,
  changes: NOTHING,
  ...(removes === undefined ? {} : { removes }),
  ...(from === undefined ? {} : { from }),
});

/** The pattern of what takes the thing away. */
export const removalOf = ({ removes = REMOVES }: Acts): RegExp => removes;
