import { isBody, type Body } from "../../../terraform/json";

/** Name of the variable: ids of targets that the caller knows, by the spelling of the configuration. */
export const TARGET_IDS = "target_ids";

/** Local values of constructs/organization/guarded-targets: ids that are given, and for each spelling what leads to its id. */
const GIVEN = /_given$/;
const FOUND = /_found$/;

/** An id that a plan has to look up, and not the id of an account or a unit. */
const isLookedUp = (id: unknown): boolean => typeof id === "string" && /\bdata\.aws_/.test(id);

const spellingsIn = (found: unknown): readonly string[] =>
  Object.entries(isBody(found) ? found : {}).flatMap(([text, id]) => (isLookedUp(id) ? [text] : []));

/** Targets whose ids a plan looks up: the root and units by their paths. None in a stack that attaches nothing. */
export const lookedUpTargets = (locals: unknown): readonly string[] => [
  ...new Set(
    Object.entries(isBody(locals) ? locals : {}).flatMap(([name, value]) =>
      FOUND.test(name) ? spellingsIn(value) : [],
    ),
  ),
];

/** Local values in which the caller's ids stand before what a plan looks up. */
export const withTargetIds = (locals: Body): Body =>
  Object.fromEntries(
    Object.entries(locals).map(([name, value]) => [name, GIVEN.test(name) ? `\${var.${TARGET_IDS}}` : value]),
  );

/** The variable. What a given id leads to is looked up all the same before anything is attached. */
export const targetIdsVariable = (texts: readonly string[]): Body => ({
  type: "map(string)",
  description: `Ids of the targets ${texts.join(", ")}, for a call with depends_on: all of them, or none. They must be known while planning`,
  default: {},
  nullable: false,
  validation: [
    {
      condition: `\${contains([0, ${texts.length}], length(var.${TARGET_IDS})) && length(setsubtract(keys(var.${TARGET_IDS}), ${JSON.stringify(texts)})) == 0}`,
      error_message: `${TARGET_IDS} must be empty or have exactly the keys ${texts.join(", ")}, got \${join(", ", keys(var.${TARGET_IDS}))}`,
    },
  ],
});
