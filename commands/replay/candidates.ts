import type { Event } from "../../catalogue/detection";

/** Fields of a record on which most patterns settle, the most telling first. */
const FIELDS: readonly (readonly [field: string, read: (record: Event) => unknown])[] = [
  ["eventName", (record) => record["eventName"]],
  ["userIdentity.type", (record) => (record["userIdentity"] as Event | undefined)?.["type"]],
  ["eventSource", (record) => record["eventSource"]],
];

/** What a field of a record must be for a pattern to match; undefined where the pattern can match whatever it is. */
export type RequiredValues = (field: string) => readonly string[] | undefined;

/** What may match a record, by the value of a field without which it cannot. The rest need not be judged at all. */
export class Candidates<Entry> {
  private readonly indexes = FIELDS.map(([field, read]) => ({
    field,
    read,
    index: new Map<unknown, Entry[]>(),
    all: [] as Entry[],
  }));
  private readonly always: Entry[] = [];

  enter(entry: Entry, required: RequiredValues): void {
    for (const { field, index, all } of this.indexes) {
      const values = required(field);
      if (values === undefined) continue;
      all.push(entry);
      for (const value of new Set(values)) {
        const there = index.get(value);
        if (there) there.push(entry);
        else index.set(value, [entry]);
      }
      return;
    }
    this.always.push(entry);
  }

  /** Each once. Of a field with several values, each may be the one that matches. */
  of(record: Event): Entry[] {
    const found = this.indexes.flatMap(({ read, index, all }) => {
      const value = read(record);
      return Array.isArray(value) ? all : (index.get(value) ?? []);
    });
    return [...this.always, ...found];
  }
}
