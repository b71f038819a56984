import { canonical } from "../../model/thing";
import type { Found, ReviewRule } from "../rule";
import { placeOf } from "../words";

const TYPE = "aws_account_alternate_contact";
const FIELDS = ["email_address", "phone_number", "name", "title"];

export const securityContact: ReviewRule = {
  id: "security-contact",
  severity: "medium",
  fires: "the contact to whom AWS writes about security changes or goes",
  matters: "AWS tells of abuse and leaked keys by mail to this address alone",
  find: ({ changes }) =>
    changes
      .filter(({ type, before }) => type === TYPE && before !== undefined)
      .flatMap((change): readonly Found[] => {
        const { before, after } = change;
        const place = placeOf(change);
        if (after === undefined) return [{ severity: "high", place, words: "AWS has no security contact any longer" }];
        const changed = FIELDS.filter((field) => canonical(before?.values[field]) !== canonical(after.values[field]));
        return changed.length === 0
          ? []
          : [
              {
                place,
                exactly: Object.fromEntries(changed.map((field) => [field, after.values[field]])),
                words: `the security contact changes: ${changed.join(", ")}`,
              },
            ];
      }),
};
