import { canonical } from "../../model/thing";
import { afterOf, beforeOf } from "../../model/same-thing";
import type { Found, ReviewRule } from "../rule";
import { placeOf } from "../words";

const TYPE = "aws_organizations_delegated_administrator";

export const delegatedAdministrator: ReviewRule = {
  id: "delegated-administrator",
  severity: "high",
  fires: "another account administers a service for the whole organization, or none does any longer",
  matters: "the delegated administrator of IAM can open root sessions in every member account",
  find: (input) =>
    input.changes
      .filter(({ type, action }) => type === TYPE && action !== "nothing")
      .flatMap((change): readonly Found[] => {
        const [before, after] = [beforeOf(change, input), afterOf(change, input)];
        if (
          canonical([before?.values["account_id"], before?.values["service_principal"]]) ===
          canonical([after?.values["account_id"], after?.values["service_principal"]])
        )
          return [];
        const say = (values = before?.values): string =>
          `\`${String(values?.["account_id"])}\` as delegated administrator of \`${String(values?.["service_principal"])}\``;
        const place = placeOf(change);
        if (after === undefined) return [{ place, words: `the organization no longer has ${say()}` }];
        return [
          {
            // The first one is set up, not taken over.
            ...(before === undefined ? { severity: "medium" as const } : {}),
            place,
            words: `the organization has ${say(after.values)}${before === undefined ? "" : `, no longer ${say()}`}`,
          },
        ];
      }),
};
