import { NO_RESOURCE } from "./resource";
import type { Call } from "./call";
import { holds } from "./condition";
import type { Context } from "./context";
import type { Selection, Statement } from "./policy-document";

const selects = (selection: Selection, value: string, context: Context): boolean =>
  selection.matchers.some((matches) => matches(value, context)) !== selection.negated;

/** Whether the statement speaks of this call: its action, its resource and every condition fit. */
export const appliesTo = (statement: Statement, call: Call, context: Context): boolean =>
  selects(statement.actions, call.action, context) &&
  selects(statement.resources, call.resource ?? NO_RESOURCE, context) &&
  statement.conditions.every((condition) => holds(condition, context));
