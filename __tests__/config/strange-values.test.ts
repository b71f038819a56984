import { ConfigurationError } from "../../config";
import { changed, problemsOf, refuses } from "./expectations";
import { validConfig } from "./valid-config";

class Settings {
  constructor(readonly name: string) {}
}

const endless: Record<string, unknown> = {};
endless.endless = endless;

const nested = (levels: number): object => (levels === 0 ? {} : { deeper: nested(levels - 1) });

describe("what is no data", () => {
  refuses([
    ["a Date", { tags: new Date(0) }, ["tags must be an object, got an instance of Date"]],
    [
      "an instance of a class",
      { custody: new Settings("x") },
      ["custody must be an object, got an instance of Settings"],
    ],
    ["a Map", { adopt: new Map() }, ["adopt must be an object, got an instance of Map"]],
    [
      "a function",
      { "tags.Owner": () => "x" },
      ["tags.Owner must be a tag value: at most 256 letters, digits or _.:/=+-@, got a function"],
    ],
    [
      "a symbol",
      { name: Symbol("x") },
      ["name must be 2 to 24 lower-case letters, digits or hyphens, beginning with a letter, got a symbol"],
    ],
    [
      "a BigInt",
      { "auditTrail.expireAfterDays": 2557n },
      ["auditTrail.expireAfterDays must be a whole number of days from 1 to 36500, got 2557n"],
    ],
    [
      "NaN",
      { "auditTrail.expireAfterDays": NaN },
      ["auditTrail.expireAfterDays must be a whole number of days from 1 to 36500, got NaN"],
    ],
    ["null", { rootAccess: null }, ["rootAccess must be an object, got null"]],
    [
      "an object that contains itself",
      { tags: endless },
      ["tags.endless must be a tag value: at most 256 letters, digits or _.:/=+-@, got an object that contains itself"],
    ],
    [
      "a list of a size that no memory holds",
      { detections: new Array<string>(4e9) },
      ["detections must be a list, got a list of 4000000000 entries"],
    ],
    [
      "a list with a hole",
      { "custody.password": Object.assign(new Array<string>(2), { 0: "Chief Financial Officer" }) },
      ["custody.password[1] must name a role, got nothing"],
    ],
    [
      "a key that changes the prototype",
      { tags: JSON.parse('{ "__proto__": "x", "Owner": "y" }') },
      ['tags.__proto__ must be left out, because no such setting exists, got "x"'],
    ],
    [
      "a key that every object has",
      { "auditTrail.constructor": "x" },
      ['auditTrail.constructor must be left out, because no such setting exists, got "x"'],
    ],
    [
      "a key that a terminal acts on",
      { "\u001b[2J\u2028": 1 },
      ['["\\u001b[2J\\u2028"] must be left out, because no such setting exists, got 1'],
    ],
    [
      "text that a terminal acts on",
      { name: "\u009b2J\u202e" },
      ['name must be 2 to 24 lower-case letters, digits or hyphens, beginning with a letter, got "\\u009b2J\\u202e"'],
    ],
  ]);

  it("is refused as a whole configuration too", () => {
    const lines = [undefined, null, 7, "x", [], () => validConfig, Promise.resolve(validConfig)].map(
      (input) => problemsOf(input)[0],
    );
    expect(lines).toEqual([
      "the configuration must be an object, got nothing",
      "the configuration must be an object, got null",
      "the configuration must be an object, got 7",
      'the configuration must be an object, got "x"',
      "the configuration must be an object, got []",
      "the configuration must be an object, got a function",
      "the configuration must be an object, got an instance of Promise",
    ]);
  });

  it("is followed into the deep only so far", () => {
    const [line] = problemsOf(changed({ tags: nested(1000) }));
    expect(line).toMatch(/^tags\.deeper must be a tag value: .+, got \{"deeper":\{"deeper":.+…$/);
  });

  it("is cut where it is long, and never inside a character", () => {
    const [line] = problemsOf(changed({ homeRegion: "😀".repeat(500) }));
    expect(line).toBe(`homeRegion must be an AWS Region such as us-east-1, got "${"😀".repeat(159)}…`);
  });

  it("can be shown in a problem that somebody else found", () => {
    const problem = { where: "x", rule: "be data", got: [1n, Symbol("s"), undefined, () => endless, NaN] };
    expect(new ConfigurationError("file", [problem]).message).toBe(
      'file has 1 problem:\n  x must be data, got ["1n","s","nothing","a function","NaN"]',
    );
  });
});
