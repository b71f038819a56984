import type { ReviewInput } from "../../model/review-input";
import { credentialsWithheld } from "../../model/sensitive";
import { isOnNew } from "../../model/owner";
import { at, canonical, isNothing, Unknown, type Change, type Thing, type Values } from "../../model/thing";
import { afterOf, beforeOf } from "../../model/same-thing";
import type { Found, ReviewRule, ReviewSeverity } from "../rule";
import { nameOf, placeOf } from "../words";
import type { Weaker } from "./orders";

/** A setting of a type of resource that has an order: one way it protects more. */
export interface Setting {
  readonly type: string;
  /** Path of the value: `rule.default_retention.days`, or how to work it out. */
  readonly value: string | ((thing: Thing) => unknown);
  readonly weaker: Weaker;
  /** What is said of it: read after the name of the thing and a colon. `{}` stands for the change of the value. */
  readonly says: string;
  /** @default that of the rule */
  readonly severity?: ReviewSeverity;
  /** The value for people. @default as it is written */
  readonly shown?: (value: unknown) => string;
}

/** What holds where a resource is not there, and what it is the setting of. */
interface Unset {
  readonly of: string;
  /** The attribute that names it. */
  readonly by: string;
  readonly values: Values;
}

export interface SettingRule extends Omit<ReviewRule, "find"> {
  readonly settings: readonly Setting[];
  /** Types whose removal is what the rule is about. @default none */
  readonly gone?: Readonly<Record<string, string>>;
  /** Types of which a new one on something that was there is judged, against what held without it. @default none */
  readonly unset?: Readonly<Record<string, Unset>>;
}

const read = ({ value }: Setting, thing: Thing): unknown =>
  typeof value === "string" ? at(thing.values, value) : value(thing);

const shown = (value: unknown, inWords?: Setting["shown"]): string => {
  if (value instanceof Unknown || Number.isNaN(value)) return "a value known only after the apply";
  if (inWords !== undefined) return inWords(value);
  if (isNothing(value)) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
};

function judged(setting: Setting, before: Thing, after: Thing, severity: ReviewSeverity): readonly Found[] {
  const [was, is] = [read(setting, before), read(setting, after)];
  if (canonical(was) === canonical(is)) return [];
  const weaker = setting.weaker(was, is);
  if (weaker === false) return [];
  const change = `${shown(was, setting.shown)} → ${shown(is, setting.shown)}`;
  const where = after.region === undefined ? "" : ` (${after.region})`;
  return [
    {
      severity: setting.severity ?? severity,
      place: placeOf(after),
      exactly: [was, is].map((value) =>
        credentialsWithheld({ [typeof setting.value === "string" ? setting.value : "value"]: value }),
      ),
      words:
        weaker === undefined
          ? `\`${nameOf(after)}\`${where}: whether this is weaker could not be decided: ${setting.says.replace("{}", change)}`
          : `\`${nameOf(after)}\`${where}: ${setting.says.replace("{}", change)}`,
    },
  ];
}

function gone({ before }: Change, words: string | undefined): readonly Found[] {
  if (before === undefined || words === undefined) return [];
  const where = before.region === undefined ? "" : ` (${before.region})`;
  return [{ place: placeOf(before), words: `\`${nameOf(before)}\`${where}: ${words}` }];
}

/** What a thing was: itself, whatever its address, or what held where it was not there. */
function formerOf({ unset = {} }: SettingRule, change: Change, input: ReviewInput): Thing | undefined {
  const before = beforeOf(change, input);
  if (before !== undefined || change.after === undefined) return before;
  const rest = unset[change.type];
  return rest === undefined || isOnNew(input, change.after, rest.of, rest.by)
    ? undefined
    : { ...change.after, values: rest.values };
}

/** Whether it is the same as a thing that goes, under another address: that is judged where it goes. */
const isJudgedThere = (change: Change, before: Thing, input: ReviewInput): boolean =>
  change.before === undefined && input.changes.some((each) => each.before === before && each.after === undefined);

function found(rule: SettingRule, change: Change, input: ReviewInput): readonly Found[] {
  const [before, after] = [formerOf(rule, change, input), afterOf(change, input)];
  if (before === undefined) return [];
  if (after === undefined) return gone(change, rule.gone?.[change.type]);
  if (isJudgedThere(change, before, input)) return [];
  return rule.settings
    .filter(({ type }) => type === change.type)
    .flatMap((setting) => judged(setting, before, after, rule.severity));
}

/** A rule of settings: it compares each thing with itself, under whatever address. */
export const settingRule = (rule: SettingRule): ReviewRule => {
  const types = new Set([...rule.settings.map(({ type }) => type), ...Object.keys(rule.gone ?? {})]);
  return {
    ...rule,
    find: (input) =>
      input.changes
        .filter(({ action, type }) => action !== "nothing" && types.has(type))
        .flatMap((change) => found(rule, change, input)),
  };
};
