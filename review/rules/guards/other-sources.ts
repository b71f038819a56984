import type { Sources } from "../../model/sources";
import type { Change, Thing } from "../../model/thing";
import type { Found } from "../rule";
import { few, nameOf, placeOf } from "../words";

const sources = ({ values }: Thing): Sources => values["reads"] as Sources;

/** Names that both sides read, and that stand for something else. What one side alone reads is in its own text. */
const others = ({ before, after }: Change): readonly string[] =>
  before === undefined || after === undefined
    ? []
    : Object.entries(sources(before)).flatMap(([name, text]) => {
        const now = sources(after)[name];
        return now === undefined || now === text ? [] : [name];
      });

/** Each local, variable and data source that is another than before, with those that read it. */
export function otherSources(changes: readonly Change[], reads: string, open: string): readonly Found[] {
  const readers = new Map<string, Thing[]>();
  const texts = new Map<string, readonly (string | undefined)[]>();
  for (const change of changes)
    for (const name of others(change)) {
      const place = placeOf({ stack: change.stack, address: name });
      texts.set(
        place,
        [change.before, change.after].map((side) => side && sources(side)[name]),
      );
      readers.set(place, [...(readers.get(place) ?? []), ...(change.after === undefined ? [] : [change.after])]);
    }
  return [...readers].map(([place, things]) => {
    const name = place.slice(place.indexOf(" ") + 1);
    return {
      place,
      exactly: { was: texts.get(place)?.[0], is: texts.get(place)?.[1], readers: things.map(placeOf) },
      words: `\`${name}\` is another, and ${few(things.map((each) => `\`${nameOf(each)}\``))} ${reads}: ${open}`,
    };
  });
}
