import { at, canonical, isNothing, Unknown, type Thing, type Values } from "../../model/thing";
import { settingRule } from "./setting";
import { mustKeepAll, type Weaker } from "./orders";

const objects = (value: unknown): readonly Values[] =>
  Array.isArray(value) ? (value as readonly Values[]) : isNothing(value) ? [] : [value as Values];

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const WANTED = ["equals", "starts_with", "ends_with"];
const UNWANTED = ["not_equals", "not_starts_with", "not_ends_with"];

/** Whether a field asks for no more than another of the same name: it wants any of more values, and excludes fewer. */
const isWiderField = (wide: Values, narrow: Values): boolean =>
  wide["field"] === narrow["field"] &&
  WANTED.every((key) => {
    const [more, less] = [texts(wide[key]), texts(narrow[key])];
    return more.length === 0 ? less.length === 0 : less.every((value) => more.includes(value)) && less.length > 0;
  }) &&
  UNWANTED.every((key) => texts(wide[key]).every((value) => texts(narrow[key]).includes(value)));

/** Whether a selector records whatever another one does. */
const isWider = (wide: Values, narrow: Values): boolean =>
  objects(wide["field_selector"]).every((field) =>
    objects(narrow["field_selector"]).some((other) => isWiderField(field, other)),
  );

/** Whether a value holds anything, however deep, that is known only after the apply. */
const isOpen = (value: unknown): boolean =>
  value instanceof Unknown || (typeof value === "object" && value !== null && Object.values(value).some(isOpen));

/** Nobody can say of what is not known whether it records as much. */
const unlessOpen =
  (weaker: Weaker): Weaker =>
  (before, after) =>
    isOpen(before) || isOpen(after) ? undefined : weaker(before, after);

const keepsSelectors: Weaker = (before, after) =>
  !objects(before).every((narrow) => objects(after).some((wide) => isWider(wide, narrow)));

/** The basic selectors know fewer words: only what is equal, or what records all in place of a part, is no less. */
const keepsBasic: Weaker = (before, after) =>
  !objects(before).every((old) =>
    objects(after).some(
      (young) =>
        canonical(old) === canonical(young) ||
        (at(young, "read_write_type") === "All" && canonical({ ...old, read_write_type: "All" }) === canonical(young)),
    ),
  );

const insights = ({ values }: Thing): readonly string[] =>
  objects(values["insight_selector"]).map((each) => String(each["insight_type"]));

export const trailEvents = settingRule({
  id: "trail-events",
  severity: "critical",
  fires: "an event selector of the trail is gone or asks for more than before, and no other records the same",
  matters: "the calls that it selected are recorded no longer: deleting log files, for one, would leave no trace",
  settings: [
    {
      type: "aws_cloudtrail",
      value: "advanced_event_selector",
      weaker: unlessOpen(keepsSelectors),
      says: "the trail records fewer events",
    },
    {
      type: "aws_cloudtrail",
      value: "event_selector",
      weaker: unlessOpen(keepsBasic),
      says: "the trail records fewer events",
    },
    {
      type: "aws_cloudtrail",
      value: insights,
      weaker: mustKeepAll,
      says: "the trail looks for fewer insights: {}",
      severity: "low",
    },
  ],
});
