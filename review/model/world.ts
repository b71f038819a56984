import { parseArn } from "../../catalogue/aws/arn";
import { Unknown, type Thing } from "./thing";

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** Attributes by which other resources name a thing. */
const NAMES = ["arn", "id", "name", "bucket", "key_id", "alarm_name"];

/** Everything that the reviewed stacks hold on one side of a change. */
export class World {
  private readonly byType = new Map<string, Thing[]>();
  /** By type and by each name: what is named is looked up thousands of times. */
  private readonly byName = new Map<string, Map<string, Thing[]>>();

  constructor(readonly things: readonly Thing[]) {
    for (const thing of things) {
      const others = this.byType.get(thing.type);
      if (others === undefined) this.byType.set(thing.type, [thing]);
      else others.push(thing);
    }
  }

  of(type: string): readonly Thing[] {
    return this.byType.get(type) ?? [];
  }

  /**
   * The thing of a type that a value names: by ARN, id or name where the value is known, by the reference of its
   * expression where it is not. A bare name means a thing in the account and the Region of whoever names it.
   */
  named(type: string, value: unknown, by?: Thing): Thing | undefined {
    if (value instanceof Unknown) return this.referenced(type, value, by);
    const wanted = text(value);
    if (wanted === undefined) return undefined;
    const arn = parseArn(wanted);
    const exact = this.namesIn(type).get(wanted) ?? [];
    const found = exact.length > 0 || arn === undefined ? exact : this.of(type).filter((thing) => isArnOf(thing, arn));
    const beside = found.find((thing) => by !== undefined && isBeside(thing, by));
    return beside ?? (arn !== undefined || found.length === 1 ? found[0] : undefined);
  }

  private namesIn(type: string): ReadonlyMap<string, readonly Thing[]> {
    const known = this.byName.get(type);
    if (known !== undefined) return known;
    const names = new Map<string, Thing[]>();
    for (const thing of this.of(type))
      for (const name of namesOf(thing)) names.set(name, [...(names.get(name) ?? []), thing]);
    this.byName.set(type, names);
    return names;
  }

  private referenced(type: string, { references }: Unknown, by?: Thing): Thing | undefined {
    return this.of(type).find(
      ({ stack, label }) =>
        (by === undefined || by.stack === stack) &&
        references.some((each) => each === `${type}.${label}` || each.startsWith(`${type}.${label}.`)),
    );
  }
}

const isBeside = (thing: Thing, by: Thing): boolean => thing.account === by.account && thing.region === by.region;

const namesOf = ({ values }: Thing): readonly string[] => [
  ...new Set(NAMES.flatMap((name) => text(values[name]) ?? [])),
];

/** An ARN that a plan does not hold yet: its account, its Region and its name say the same. */
function isArnOf({ account, region, values }: Thing, arn: ReturnType<typeof parseArn>): boolean {
  if (arn === undefined || !(values["arn"] instanceof Unknown)) return false;
  if (arn.account !== "" && arn.account !== account) return false;
  if (arn.region !== "" && arn.region !== region) return false;
  const name = text(values["name"]);
  return name !== undefined && (arn.resource === name || arn.resource.endsWith(`/${name}`));
}
