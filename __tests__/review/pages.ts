import { page } from "../../commands/review/page";
import { pictureOf, reviewed, spelledOrganization, type ReviewInput } from "../../review";
import { organizationOf } from "../../review/model/known-organization";
import { HOSTILE } from "../evidence/hostile";
import { Draft, plansFrom } from "./draft";

const TODAY = new Date("2026-11-30");
const CANARY = 'aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]';
const ROOT_USER = "aws_organizations_policy.deny-root-user";

const example = new Draft();

/** The page of a review. */
export const pageOf = (input: ReviewInput): string => {
  const { json } = reviewed(input, { title: "Review of the plans", risks: [], today: TODAY });
  return page({ title: "Review of the plans", json, picture: pictureOf(input), today: TODAY });
};

/** A change of the shipped example. */
export function changed(change: (draft: Draft) => unknown): ReviewInput {
  const after = example.copy();
  change(after);
  return plansFrom(example, after);
}

/** A guardrail leaves its unit for another one, and logs are kept for a shorter time. */
export const HARMFUL = changed((draft) =>
  draft
    .remove(CANARY)
    .add(CANARY.replace("Canary", "Prod"), { policy_id: draft.get(ROOT_USER)["id"], target_id: "Workloads/Prod" })
    .set("aws_cloudwatch_log_group.trail-log-group_log-group", { retention_in_days: 30 }),
);

/** A guardrail comes to another unit. */
export const HARMLESS = changed((draft) =>
  draft.add(CANARY.replace("Canary", "Prod"), { policy_id: draft.get(ROOT_USER)["id"], target_id: "Workloads/Prod" }),
);

/** Units that lie in each other, so deep. */
const DEEP = Array.from({ length: 40 }, (_, depth) => ({
  id: `deep-${depth}`,
  name: depth === 3 ? HOSTILE : `Unit ${depth}`,
  parent: depth === 0 ? "root" : `deep-${depth - 1}`,
}));

const UNITS = [
  { id: "Security", name: "Security", parent: "root" },
  { id: "Workloads", name: "Workloads", parent: "root" },
  { id: "Workloads/Canary", name: "Canary", parent: "Workloads" },
  { id: "Workloads/Prod", name: "Prod", parent: "Workloads" },
  ...DEEP,
  { id: "round", name: "round", parent: "and-round" },
  { id: "and-round", name: "mallory@example.com", parent: "round" },
];

const UNITS_OF_ACCOUNTS = ["Security", "Workloads/Canary", "Workloads/Prod", "deep-39", "root", "gone"];

/** The harmful change in an organization of 500 accounts with a deep tree, hostile names, and units that lie nowhere. */
export const large = (): ReviewInput => ({
  ...HARMFUL,
  organization: organizationOf({
    managementAccount: "111111111111",
    root: "root",
    units: UNITS,
    accounts: [
      { id: "111111111111", name: "management", unit: "root" },
      ...Array.from({ length: 500 }, (_, index) => ({
        id: String(700000000000 + index),
        name: `account-${index}`,
        unit: UNITS_OF_ACCOUNTS[index % UNITS_OF_ACCOUNTS.length] ?? "root",
      })),
    ],
    policies: [],
  }),
});

/** The harmful change where nobody knows more of the organization than targets. */
export const synthesized = (): ReviewInput => {
  const things = HARMFUL.changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  return { ...HARMFUL, organization: spelledOrganization(things) };
};
