import fc from "fast-check";
import { Splitter } from "../../../commands/log-files/splitter";

/** What is cut out of a text that arrives in pieces of a size. */
const split = (text: string, size = text.length || 1): readonly string[] => {
  const bytes = Buffer.from(text);
  const splitter = new Splitter();
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...splitter.push(bytes.subarray(at, at + size)));
  return [...found, ...splitter.end()];
};

const values = (texts: readonly string[]): readonly unknown[] => texts.map((text) => JSON.parse(text) as unknown);

const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));

const records = fc.array(record, { maxLength: 8 });

const FORMS: readonly (readonly [name: string, write: (list: readonly unknown[]) => string])[] = [
  ["a log file", (list) => JSON.stringify({ Records: list })],
  ["an indented log file", (list) => JSON.stringify({ Records: list }, null, 2)],
  ["log files one after another", (list) => list.map((each) => JSON.stringify({ Records: [each] })).join("")],
  ["a list", (list) => JSON.stringify(list)],
  ["lines", (list) => list.map((each) => `${JSON.stringify(each)}\n`).join("")],
  ["indented values", (list) => list.map((each) => JSON.stringify(each, null, 2)).join("\n")],
];

/** A record that looks like a log file is one: such a name is not in the generated records. */
const isPlain = (list: readonly object[]): boolean => list.every((each) => !Object.keys(each).includes("Records"));

describe("records of a stream", () => {
  it.each(FORMS)("are those of %s, however it is cut", (_name, write) => {
    fc.assert(
      fc.property(records.filter(isPlain), fc.integer({ min: 1, max: 200 }), (list, size) => {
        expect(values(split(write(list), size))).toEqual(JSON.parse(JSON.stringify(list)));
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it.each([
    ["a line that is no JSON", '{"a":1}\nno json\n{"b":2}\n'],
    ["a line that breaks off", '{"a":1}\n{"x":{"y":\n{"b":2}\n'],
    ["a line that breaks off in a string", '{"a":1}\n{"x":"y\n{"b":2}\n'],
  ])("go on after %s", (_name, text) => {
    const found = split(text);
    expect(found).toHaveLength(3);
    expect([found[0], found[2]]).toEqual(['{"a":1}', '{"b":2}']);
  });

  it("end with what was never closed", () => {
    expect(split('{"Records":[{"a":1},{"b":')).toEqual(['{"a":1}', '{"b":']);
  });

  it("are none where nothing is", () => {
    expect(split("")).toEqual([]);
    expect(split('{"Records":[]}\n')).toEqual([]);
  });
});
