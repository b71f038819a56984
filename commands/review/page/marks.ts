import { grouped, type Picture, type PicturedGuardrail } from "../../../review";
import type { Tone } from "../../output/page/document";
import { plural } from "../../output/plural";
import { REACHES } from "./words";

/** A few words about a place, with how they are meant. */
export interface Mark {
  readonly tone: Tone;
  readonly says: string;
}

/** What is said of a place of the tree. */
export interface Marks {
  readonly marks: readonly Mark[];
  /** What stays as it is. */
  readonly quiet: string;
}

/** Where nothing is to be said. */
export const NOTHING: Marks = { marks: [], quiet: "" };

type Covered = PicturedGuardrail["places"][number] & Pick<PicturedGuardrail, "name">;

const isHarm = ({ reach }: Pick<Covered, "reach">): boolean => reach === "lost" || reach === "weaker";

/** What is said of each place of a picture. */
export class Marked {
  private readonly byPlace: ReadonlyMap<string, readonly Covered[]>;
  private readonly below: ReadonlyMap<string, readonly (readonly [string, Covered])[]>;

  constructor(private readonly guardrails: Picture["guardrails"]) {
    const all = guardrails.flatMap(({ name, places }) => places.map((place): Covered => ({ ...place, name })));
    this.byPlace = grouped(all, ({ id }) => id);
    this.below = grouped(
      all.flatMap((each) => each.path.map((step) => [step, each] as const)),
      ([step]) => step,
    );
  }

  /** Guardrails that are attached to a target, or were; and whether anything below it loses protection. */
  of(id: string): Marks {
    const [before, after] = [this.attached(id, "before"), this.attached(id, "after")];
    const stay = after.filter((each) => before.includes(each));
    // Where a guardrail is judged on the target itself, that is said, which says as much.
    const judged = new Set((this.byPlace.get(id) ?? []).flatMap(({ name, reach }) => (reach === "kept" ? [] : [name])));
    const gone = before.filter((each) => !after.includes(each) && !judged.has(each.name));
    const come = after.filter((each) => !before.includes(each) && !judged.has(each.name));
    return {
      marks: [
        ...this.harmedBelow(id),
        ...gone.map((each) => ({ tone: leaving(each, id), says: `− ${each.name} detached` })),
        ...come.map(({ name }) => ({ tone: "good" as const, says: `+ ${name} attached` })),
      ],
      quiet: stay.length === 0 ? "" : `attached here: ${stay.map(({ name }) => name).join(", ")}`,
    };
  }

  /** What becomes of a place, guardrail by guardrail, the worst first. */
  at(id: string): Marks {
    const here = this.byPlace.get(id) ?? [];
    const [was, is] = [here.filter((each) => each.was).length, here.filter((each) => each.is).length];
    return {
      marks: REACHES.flatMap(([reach, tone, says]) =>
        here.filter((each) => each.reach === reach).map(({ name }) => ({ tone, says: says(name) })),
      ),
      quiet: was === is ? plural(is, "guardrail") : `${was} → ${plural(is, "guardrail")}`,
    };
  }

  /** Whether guardrails are judged on this place itself. */
  isPlace(id: string): boolean {
    return this.byPlace.has(id);
  }

  private attached(id: string, side: "before" | "after"): readonly PicturedGuardrail[] {
    return this.guardrails.filter(({ targets }) => targets[side].includes(id));
  }

  private harmedBelow(id: string): readonly Mark[] {
    const below = (this.below.get(id) ?? []).map(([, each]) => each).filter((each) => each.id !== id);
    const harmed = new Set(below.filter(isHarm).map((each) => each.id)).size;
    if (harmed === 0) return [];
    return [{ tone: "bad", says: `✗ ${harmed} below ${harmed === 1 ? "loses" : "lose"} protection` }];
  }
}

/** How an attachment that goes is meant: as badly as what it leaves behind. */
function leaving({ places }: PicturedGuardrail, target: string): Tone {
  const below = places.filter(({ path }) => path.includes(target));
  if (below.some(isHarm)) return "bad";
  return below.some(({ reach }) => reach === "undecided") ? "open" : "plain";
}
