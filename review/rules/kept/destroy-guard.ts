import type { ReviewRule } from "../rule";
import { nameOf, placeOf } from "../words";

export const destroyGuard: ReviewRule = {
  id: "destroy-guard",
  severity: "high",
  fires: "a plan that destroys the thing fails no longer: its prevent_destroy is gone (told by --synth alone)",
  matters: "the next change may destroy what keeps the record, and nothing stops it on the way",
  find: ({ changes }) =>
    changes.flatMap(({ before, after }) =>
      before?.values["prevent_destroy"] === true && after !== undefined && after.values["prevent_destroy"] !== true
        ? [{ place: placeOf(after), words: `\`${nameOf(after)}\` (${after.type}) can be destroyed by a plan` }]
        : [],
    ),
};
