import type { Sources } from "../../model/sources";
import { grouped } from "../../model/grouped";
import type { Change, Thing } from "../../model/thing";
import type { Found } from "../rule";
import { nameOf, placeOf, ticked } from "../words";

const sources = ({ values }: Thing): Sources => values["reads"] as Sources;

/** A name that both sides of a reader read, and that stands for something else. What one side alone reads is in its own text. */
interface Other {
  readonly name: string;
  readonly place: string;
  readonly was: string;
  readonly is: string;
  readonly reader: Thing;
}

const othersOf = ({ stack, before, after }: Change): readonly Other[] =>
  before === undefined || after === undefined
    ? []
    : Object.entries(sources(before)).flatMap(([name, was]) => {
        const is = sources(after)[name];
        const place = placeOf({ stack, address: name });
        return is === undefined || is === was ? [] : [{ name, place, was, is, reader: after }];
      });

/** Each local, variable and data source that is another than before, with those that read it. */
export const otherSources = (changes: readonly Change[], reads: string, open: string): readonly Found[] =>
  [...grouped(changes.flatMap(othersOf), ({ place }) => place).values()].flatMap(([other, ...more]) => {
    if (other === undefined) return [];
    const { name, place, was, is } = other;
    const readers = [other, ...more].map(({ reader }) => reader);
    return {
      place,
      exactly: { was, is, readers: readers.map(placeOf) },
      words: `\`${name}\` is another, and ${ticked(readers.map(nameOf))} ${reads}: ${open}`,
    };
  });
