import type { ReviewInput } from "../../model/review-input";
import { canonical, type Thing } from "../../model/thing";
import { afterOf, beforeOf } from "../../model/same-thing";
import type { Found, ReviewRule } from "../rule";
import { placeOf } from "../words";

const TYPE = "aws_organizations_delegated_administrator";

/** Services whose administrator Terraform registers through the service itself. */
const REGISTERED: Readonly<Record<string, string>> = {
  "guardduty.amazonaws.com": "aws_guardduty_organization_admin_account",
};

/** Accounts that administer the service already, by whichever of its two registrations. */
function administratorsOf({ before }: ReviewInput, service: string): readonly string[] {
  const delegated = before.of(TYPE).filter(({ values }) => values["service_principal"] === service);
  const registered = before.of(REGISTERED[service] ?? "");
  return [
    ...delegated.map(({ values }) => String(values["account_id"])),
    ...registered.map(({ values }) => String(values["admin_account_id"])),
  ];
}

/** Accounts beside which a new one comes: none where it is set up, or is the same by the service's other registration. */
const besides = (input: ReviewInput, { account_id: account, service_principal: service }: Thing["values"]) => [
  ...new Set(administratorsOf(input, String(service)).filter((each) => each !== String(account))),
];

export const delegatedAdministrator: ReviewRule = {
  id: "delegated-administrator",
  severity: "high",
  fires:
    "another account administers a service for the whole organization, alone or beside the one that does, or none does any longer",
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
        const others = before === undefined ? besides(input, after.values) : [];
        const beside = others.length === 0 ? "" : `, beside ${others.map((each) => `\`${each}\``).join(", ")}`;
        return [
          {
            // The first one is set up, not taken over.
            ...(before === undefined && others.length === 0 ? { severity: "medium" as const } : {}),
            place,
            words: `the organization has ${say(after.values)}${before === undefined ? beside : `, no longer ${say()}`}`,
          },
        ];
      }),
};
