import { placeByArn } from "../../catalogue/aws/arn";
import { configured, placeOfProvider } from "../../terraform/planning/configured";
import type { PlanJson, PlannedResource } from "./plan-json";
import { withoutSecrets } from "./sensitive";
import { isValues, Unknown, type Action, type Change, type Thing, type Values } from "./thing";

/** What an expression names, however deep. */
function referencesIn(expression: unknown): readonly string[] {
  if (!isValues(expression)) return [];
  const { references } = expression;
  const own = Array.isArray(references) ? references.map(String) : [];
  return [...new Set([...own, ...Object.values(expression).flatMap(referencesIn)])];
}

/** The planned values, with an `Unknown` for whatever is known only after the apply. */
function withUnknowns(after: unknown, unknown: unknown, expression: unknown): unknown {
  if (unknown === true) return new Unknown(referencesIn(expression));
  const inner = (key: string | number) => (isValues(expression) ? expression[key] : undefined);
  if (Array.isArray(unknown))
    return unknown.map((each: unknown, index) =>
      withUnknowns(Array.isArray(after) ? after[index] : undefined, each, inner(index) ?? expression),
    );
  if (!isValues(unknown)) return after;
  const keys = new Set([...Object.keys(isValues(after) ? after : {}), ...Object.keys(unknown)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, withUnknowns(isValues(after) ? after[key] : undefined, unknown[key], inner(key))]),
  );
}

function actionOf({ change: { actions } }: PlannedResource): Action {
  if (actions.includes("delete")) return actions.includes("create") ? "replace" : "delete";
  if (actions.includes("forget")) return actions.includes("create") ? "replace" : "forget";
  if (actions.includes("create")) return "create";
  return actions.includes("update") ? "update" : "nothing";
}

function changeOf(stack: string, plan: PlanJson, resource: PlannedResource): Change {
  const { address, type, name, change, previous_address: previousAddress } = resource;
  const { expressions } = configured(plan, resource) ?? {};
  const thing = (values: Values | null | undefined): Thing | undefined =>
    values === null || values === undefined
      ? undefined
      : {
          ...{ stack, address, type, label: name, values },
          ...placeByArn(placeOfProvider(plan, resource, values), values["arn"]),
        };
  const action = actionOf(resource);
  const known = withoutSecrets(change.after, change.after_sensitive);
  const after = withUnknowns(known, change.after_unknown, expressions);
  const before = withoutSecrets(change.before, change.before_sensitive) as Values | null | undefined;
  // What is forgotten is left standing.
  const afterValues = action === "forget" ? before : isValues(after) ? after : undefined;
  return {
    stack,
    address,
    type,
    action,
    before: action === "create" ? undefined : thing(before),
    after: action === "delete" ? undefined : thing(afterValues),
    previousAddress,
    isImport: change.importing !== undefined && change.importing !== null,
  };
}

/** What a plan does to each resource of its stack, those that stay as they are among them. */
export const changesIn = (stack: string, plan: PlanJson): readonly Change[] =>
  (plan.resource_changes ?? [])
    // What an apply left behind when it was replaced is not what protects.
    .filter(({ mode, deposed }) => mode === "managed" && deposed === undefined)
    .map((resource) => changeOf(stack, plan, resource));
