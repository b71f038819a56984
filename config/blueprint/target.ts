/** A unit on the way to a target that is written as a path: it is looked up by name below its parent. */
export interface Unit {
  /** `Workloads/Prod` */
  readonly path: string;
  /** `Prod` */
  readonly name: string;
  /** Path of the unit above; empty where that is the root of the organization. */
  readonly parent: string;
  /** The path as a part of a Terraform address. */
  readonly address: string;
}

/** What the text of a target means: the root, an account by id, a unit by id, or a unit by the names that lead to it. */
export type TargetKind = "root" | "account" | "unit" | "path";

const ACCOUNT_ID = /^\d{12}$/;
const UNIT_ID = /^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;

function kindOf(text: string): TargetKind {
  if (text === "root") return "root";
  if (ACCOUNT_ID.test(text)) return "account";
  return UNIT_ID.test(text) ? "unit" : "path";
}

/**
 * A text as a part of a Terraform address: `_` stands for the slash alone, every other sign becomes a hyphen. A sign is
 * a character, not half of one: an emoji is one hyphen. Permanent: a change here would move every attachment.
 */
const spelled = (text: string): string => text.replace(/[^A-Za-z0-9-]/gu, (sign) => (sign === "/" ? "_" : "-"));

/**
 * Where a policy is attached. The only place that knows what a target is, what leads to it and how it is spelled in an
 * address.
 */
export class Target {
  readonly kind: TargetKind;

  /** @param text the target as the configuration writes it */
  constructor(readonly text: string) {
    this.kind = kindOf(text);
  }

  /** The part of a Terraform address that stands for it: `Workloads/Prod` becomes `Workloads_Prod`. */
  get address(): string {
    return spelled(this.text);
  }

  /** Its account, where it is one. */
  get account(): string | undefined {
    return this.kind === "account" ? this.text : undefined;
  }

  /** The units that are looked up to find it, from the top down, itself the last. None where it is written as an id. */
  get units(): readonly Unit[] {
    if (this.kind !== "path") return [];
    const names = this.text.split("/");
    return names.map((name, depth) => {
      const path = names.slice(0, depth + 1).join("/");
      return { path, name, parent: names.slice(0, depth).join("/"), address: spelled(path) };
    });
  }

  /**
   * The targets from the top down to this one: `Workloads/Prod` lies below `Workloads`. What lies above an id, the
   * configuration does not know.
   */
  get way(): readonly Target[] {
    return this.kind === "path" ? this.units.map(({ path }) => new Target(path)) : [this];
  }

  equals(other: Target): boolean {
    return this.text === other.text;
  }
}

/** Every target once, in the order in which they come. */
export function distinct(targets: readonly Target[]): readonly Target[] {
  const byText = new Map<string, Target>();
  for (const target of targets) if (!byText.has(target.text)) byText.set(target.text, target);
  return [...byText.values()];
}

/** Enters a text at its address. Answers with another one that stands there; undefined where none does. */
function otherAt(known: Map<string, readonly string[]>, address: string, text: string): string | undefined {
  const there = known.get(address) ?? [];
  if (!there.includes(text)) known.set(address, [...there, text]);
  return there.find((other) => other !== text);
}

/**
 * For each target, what of an earlier one stands at the same address as something of this one, although it is something
 * else: the earlier one itself, or a unit in which children are looked up on the way to it.
 */
export function clashes(targets: readonly Target[]): readonly (string | undefined)[] {
  const texts = new Map<string, readonly string[]>();
  const parents = new Map<string, readonly string[]>();
  return targets.map((target) => {
    const twins = [
      otherAt(texts, target.address, target.text),
      ...target.units.slice(0, -1).map(({ address, path }) => otherAt(parents, address, path)),
    ];
    return twins.find((twin) => twin !== undefined);
  });
}

/** Every unit on the way to the targets once, parents first. */
export function unitsOf(targets: readonly Target[]): readonly Unit[] {
  const units = new Map(targets.flatMap((target) => target.units.map((unit) => [unit.path, unit] as const)));
  const depth = ({ path }: Unit) => path.split("/").length;
  return [...units.values()].sort((a, b) => depth(a) - depth(b) || (a.path < b.path ? -1 : 1));
}
