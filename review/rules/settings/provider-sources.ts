import { grouped } from "../../model/grouped";
import type { ReviewInput } from "../../model/review-input";
import type { Sources } from "../../model/sources";
import type { Thing } from "../../model/thing";
import type { World } from "../../model/world";
import type { Found } from "../rule";
import { placeOf, ticked } from "../words";

/** A local or a variable that providers of a stack read, and what it stands for. */
interface Read {
  readonly place: string;
  readonly name: string;
  readonly text: string;
  readonly by: Thing;
}

const readsIn = (world: World): readonly Read[] =>
  world.of("provider").flatMap((by) =>
    Object.entries(by.values["reads"] as Sources).map(([name, text]) => ({
      ...{ name, text, by },
      place: placeOf({ stack: by.stack, address: name }),
    })),
  );

/** The role that a variable names unless a pipeline names another; undefined where it is not written out. */
function roleIn(name: string, text: string): string | undefined {
  if (!name.startsWith("var.")) return undefined;
  const { default: named } = (JSON.parse(text) ?? {}) as { default?: unknown };
  return typeof named === "string" && /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(named) ? named : undefined;
}

const change = (name: string, was: string, is: string): string => {
  const [before, after] = [roleIn(name, was), roleIn(name, is)];
  return before === undefined || after === undefined || before === after ? "" : `: ${before} → ${after}`;
};

/**
 * What providers read that is another than before, under whatever name they read it: in whose role they work is another,
 * though their own text is not.
 */
export function providerSources({ before, after }: ReviewInput): readonly Found[] {
  const old = new Map(readsIn(before).map(({ place, text }) => [place, text]));
  return [...grouped(readsIn(after), ({ place }) => place).values()].flatMap(([first, ...more]): readonly Found[] => {
    if (first === undefined) return [];
    const { place, name, text: is } = first;
    const was = old.get(place);
    if (was === undefined || was === is) return [];
    return [
      {
        severity: "high",
        place,
        exactly: { was, is },
        words: `\`${name}\` is another, and ${ticked([first, ...more].map(({ by }) => by.label))} works by it${change(name, was, is)}`,
      },
    ];
  });
}
