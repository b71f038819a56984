import { GUARD } from "../../model/guards";
import type { Thing } from "../../model/thing";
import type { ReviewRule } from "../rule";
import { nameOf, placeOf } from "../words";

const isGuarded = ({ values }: Thing): boolean => values["prevent_destroy"] === true;

export const destroyGuard: ReviewRule = {
  id: "destroy-guard",
  severity: "high",
  fires: "a plan that destroys the thing fails no longer: its prevent_destroy is gone",
  matters: "the next change may destroy what keeps the record, and nothing stops it on the way",
  find: ({ changes }) =>
    changes.flatMap(({ type, before, after }) =>
      type === GUARD && before?.values["prevent_destroy"] === true && after !== undefined && !isGuarded(after)
        ? [
            {
              place: placeOf(after),
              words: `\`${nameOf(after)}\` (${String(after.values["of"])}) can be destroyed by a plan`,
            },
          ]
        : [],
    ),
};
