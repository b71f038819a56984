import type { Control, Subject } from "../../evidence/control";
import { CONTROLS } from "../../evidence/controls";
import { worst } from "../../evidence/item";
import { refused } from "../organization/as-read";
import { ALERT_REDS } from "./alert-reds";
import { subject } from "./green";
import { REDS } from "./reds";
import { TRAIL_REDS } from "./trail-reds";

const ALL_REDS = { ...REDS, ...TRAIL_REDS, ...ALERT_REDS };

const verdictOf = (control: Control, of: Subject) => worst(control.judge(of).map(({ verdict }) => verdict));

test("every control has organizations in which it is red, and nothing else has", () => {
  expect(Object.keys(ALL_REDS).sort()).toEqual(CONTROLS.map(({ id }) => id).sort());
  for (const reds of Object.values(ALL_REDS)) expect(reds.length).toBeGreaterThan(0);
});

describe.each(CONTROLS.map((control) => [control.id, control] as const))("%s", (id, control) => {
  it("is in force where all is as configured", () => {
    const items = control.judge(subject);
    expect(items.filter(({ verdict }) => verdict !== "in-force")).toEqual([]);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ of }) => of)).size).toBe(items.length);
  });

  it.each((ALL_REDS[id] ?? []).map(([what, of, says]) => [what, of, says] as const))(
    "has a gap where %s",
    (_what, of, says) => {
      const items = control.judge(of).filter(({ verdict }) => verdict !== "in-force");
      expect(items.map((item) => `${item.of}: ${item.says}`)).toContainEqual(expect.stringMatching(says));
      expect(items.map(({ verdict }) => verdict)).toContain("gap");
      for (const { mend = "", run = [] } of items) expect([mend, ...run.flat()].join("")).toMatch(/\S/);
    },
  );
});

const isReading = (value: object): boolean => "at" in value && "value" in value;

/** The organization with one part after the other not read: where, and the whole. */
function eachUnread(value: unknown, where = ""): readonly (readonly [where: string, value: unknown])[] {
  if (typeof value !== "object" || value === null) return [];
  if (isReading(value)) return [[where, refused(where)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    eachUnread(inner, `${where}.${name}`).map(([at, changed]) => {
      const copy: unknown = Array.isArray(value)
        ? value.map((each: unknown, index) => (String(index) === name ? changed : each))
        : { ...value, [name]: changed };
      return [at, copy] as const;
    }),
  );
}

/** Parts that no control needs: what status shows besides. */
const UNUSED = [".auditTrail.deliveryRole", ".alarms.forwardRules"];

describe("a part that was not read", () => {
  const cases = eachUnread(subject.live) as readonly (readonly [string, Subject["live"]])[];

  it.each(cases)("%s takes a control out of force, and names itself", (where, live) => {
    const found = CONTROLS.flatMap((control) => control.judge({ ...subject, live }));
    const wrong = found.filter(({ verdict }) => verdict !== "in-force");
    expect(wrong.every(({ verdict, says }) => verdict === "not-read" && says.endsWith(where))).toBe(true);
    expect(wrong.length > 0).toBe(!UNUSED.includes(where));
  });

  it("is never in force where nothing was read", () => {
    const nothing = cases.reduce<unknown>((live, [where]) => {
      const found = eachUnread(live).find(([at]) => at === where);
      return found?.[1] ?? live;
    }, subject.live) as Subject["live"];
    // What the configuration, or a record, says is known all the same.
    const known = ["root-exceptions", "custody", "alert-paths"];
    for (const control of CONTROLS.filter(({ id }) => !known.includes(id)))
      expect([control.id, verdictOf(control, { ...subject, live: nothing })]).toEqual([control.id, "not-read"]);
  });
});
