import { credentialsWithheld } from "../../model/sensitive";
import { isNothing, type Thing } from "../../model/thing";
import type { ReviewRule } from "../rule";
import { placeOf } from "../words";
import { mustStay } from "./orders";
import { settingRule } from "./setting";

const pins = settingRule({
  id: "provider-pin",
  severity: "critical",
  fires:
    "a provider of a stack works in another account, Region or role, at another endpoint, or is not pinned to an account",
  matters: "a wrong or stolen credential deploys where nobody looks, instead of failing; a plan does not show it",
  settings: [
    { type: "provider", value: "allowed_account_ids", weaker: mustStay, says: "pinned to the accounts {}" },
    { type: "provider", value: "forbidden_account_ids", weaker: mustStay, says: "kept out of the accounts {}" },
    {
      type: "provider",
      value: "assume_role",
      weaker: mustStay,
      says: "the role that it assumes: {}",
      severity: "high",
    },
    { type: "provider", value: "region", weaker: mustStay, says: "Region {}", severity: "high" },
  ],
});

/** The providers of a stack. Only what is synthesized has them on both sides: a plan knows the new ones alone. */
export const providerPin: ReviewRule = {
  ...pins,
  find: (input) => [
    ...pins.find(input),
    ...input.changes.flatMap(({ before, after }) => {
      if (before !== undefined || after?.type !== "provider") return [];
      const { label, values } = after;
      const base = { place: placeOf(after), exactly: credentialsWithheld(values) };
      if (label.startsWith("aws."))
        return isNothing(values["allowed_account_ids"])
          ? [{ ...base, words: `the provider \`${label}\`, which is new, is pinned to no account` }]
          : [];
      return [{ ...base, words: `the provider \`${label}\`, which is new, is not the one of AWS` }];
    }),
  ],
};

/** Where the state lies, without what opens it. */
const withoutCredentials =
  (key: string) =>
  ({ values }: Thing): unknown =>
    credentialsWithheld(values[key]);

/** What a stack asks of Terraform, and where its state lies. */
export const stackFrame = settingRule({
  id: "stack-frame",
  severity: "high",
  fires: "a stack keeps its state elsewhere, or runs on other versions of Terraform or of providers",
  matters: "another state knows nothing of what is deployed: all of it is made anew, or lost from sight",
  settings: [
    { type: "terraform", value: withoutCredentials("backend"), weaker: mustStay, says: "the state: {}" },
    { type: "terraform", value: withoutCredentials("cloud"), weaker: mustStay, says: "the state: {}" },
    { type: "terraform", value: "required_providers", weaker: mustStay, says: "providers: {}", severity: "medium" },
    { type: "terraform", value: "required_version", weaker: mustStay, says: "Terraform {}", severity: "medium" },
  ],
});
