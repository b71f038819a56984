import type { ReviewInput } from "../../model/review-input";
import { at, canonical, isNothing, Unknown, type Change, type Thing } from "../../model/thing";
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
}

export interface SettingRule extends Omit<ReviewRule, "find"> {
  readonly settings: readonly Setting[];
  /** Types whose removal is what the rule is about. @default none */
  readonly gone?: Readonly<Record<string, string>>;
}

const read = ({ value }: Setting, thing: Thing): unknown =>
  typeof value === "string" ? at(thing.values, value) : value(thing);

const shown = (value: unknown): string => {
  if (isNothing(value)) return "nothing";
  if (value instanceof Unknown) return "a value known only after the apply";
  return typeof value === "string" ? value : JSON.stringify(value);
};

function judged(setting: Setting, before: Thing, after: Thing, severity: ReviewSeverity): readonly Found[] {
  const [was, is] = [read(setting, before), read(setting, after)];
  if (canonical(was) === canonical(is)) return [];
  const weaker = setting.weaker(was, is);
  if (weaker === false) return [];
  const change = `${shown(was)} → ${shown(is)}`;
  const where = after.region === undefined ? "" : ` (${after.region})`;
  return [
    {
      severity: setting.severity ?? severity,
      place: placeOf(after),
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

function found(rule: SettingRule, change: Change, input: ReviewInput): readonly Found[] {
  const [before, after] = [beforeOf(change, input), afterOf(change, input)];
  if (before === undefined) return [];
  if (after === undefined) return gone(change, rule.gone?.[change.type]);
  // A thing with a new address is judged once: where it goes.
  if (change.before === undefined) return [];
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
