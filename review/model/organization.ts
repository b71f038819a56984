/** A unit of an organization, or its root. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  /** @default none: the root, or nobody knows */
  readonly parent?: string;
}

/** A member account. */
export interface Account extends Unit {
  readonly isManagement?: boolean;
}

/**
 * How much of an organization is known: all of it, as it is live; what plans have read, which is not where accounts lie;
 * or the targets that a configuration spells, and nothing else.
 */
export type Knowledge = "live" | "plans" | "targets";

/** Units and accounts, as far as they are known. */
export class Organization {
  private readonly known: ReadonlyMap<string, Unit>;
  private readonly paths = new Map<string, readonly string[]>();
  readonly root: string | undefined;

  /** `units`: the root among them, where it is known. */
  constructor(
    readonly units: readonly Unit[],
    readonly accounts: readonly Account[],
    readonly knowledge: Knowledge,
  ) {
    this.known = new Map([...units, ...accounts].map((unit) => [unit.id, unit]));
    this.root = [...this.known.keys()].find((id) => id.startsWith("r-") || id === "root");
  }

  /** Ids from the root down to a target, itself included. What is above it and not known is missing. */
  pathTo(id: string): readonly string[] {
    const known = this.paths.get(id) ?? this.climbed(id);
    this.paths.set(id, known);
    return known;
  }

  private climbed(id: string): readonly string[] {
    const path: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !path.includes(at); at = this.known.get(at)?.parent)
      path.unshift(at);
    return this.root === undefined || path[0] === this.root ? path : [this.root, ...path];
  }

  /** The account ids below a target, itself included. The management account is none: no policy binds it. */
  accountsBelow(id: string): readonly string[] {
    return this.accounts
      .filter((account) => account.isManagement !== true && this.pathTo(account.id).includes(id))
      .map((account) => account.id);
  }

  /** How a person calls it: `Workloads/Prod`, `payments-prod (444444444444)`, `root`. */
  nameOf(id: string): string {
    if (id === this.root || /^r-/.test(id)) return "root";
    const unit = this.known.get(id);
    if (unit === undefined) return id;
    if (/^\d{12}$/.test(id)) return unit.name === id ? id : `${unit.name} (${id})`;
    const above = this.pathTo(id)
      .slice(0, -1)
      .filter((each) => each !== this.root);
    return [...above.map((each) => this.known.get(each)?.name ?? each), unit.name].join("/");
  }
}
