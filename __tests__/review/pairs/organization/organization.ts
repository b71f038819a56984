import type { Draft } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { becomes, content, deny, S3, team, TEAM, TEAM_ATTACHED, kept, loosened } from "../guardrails/team";

const ALLOW = "aws_organizations_policy.allow";
const ALLOW_ATTACHED = 'aws_organizations_policy_attachment.allow["Workloads/Prod"]';
const DELEGATION = "aws_organizations_delegated_administrator.root-administrator-registration";

const on = (operator: string, ...values: readonly string[]) => ({
  ...S3,
  Condition: { [operator]: { "aws:PrincipalTag/team": values } },
});

/** An account administers a service. */
const delegated =
  (service: string, account = "222222222222") =>
  (draft: Draft) =>
    draft.add(
      `${DELEGATION}-2`,
      { account_id: account, service_principal: `${service}.amazonaws.com`, id: "new" },
      DELEGATION,
    );

export const ORGANIZATION_PAIRS: readonly Pair[] = [
  loosened("a pattern in place of a text", on("StringNotEquals", "ops"), on("StringNotLike", "ops*")),
  loosened(
    "who has no such key is let through",
    on("StringNotEquals", "ops"),
    on("ForAnyValue:StringNotEquals", "ops"),
  ),
  loosened("an empty set", on("StringNotEquals", "ops"), on("ForAllValues:StringEquals", "attack")),
  loosened("only where the key is there", on("StringNotEqualsIfExists", "ops"), {
    ...S3,
    Condition: { StringNotEquals: { "aws:PrincipalTag/team": "ops" }, Null: { "aws:PrincipalTag/team": "false" } },
  }),
  kept("also where the key is not there", [on("StringEquals", "ops")], [on("StringEqualsIfExists", "ops")]),
  loosened("Action becomes NotAction", { Action: "s3:DeleteBucket" }, { NotAction: "s3:DeleteBucket" }),
  harmful(
    "the policy is of no unit that the stacks name, and says less",
    "guardrail-undecided",
    becomes([deny({ ...S3, Resource: "arn:aws:s3:::x" })]),
    {
      given: (draft) => {
        team([deny(S3)])(draft);
        draft.remove(TEAM_ATTACHED);
      },
    },
  ),
  harmless(
    "the policy is of no unit that the stacks name, and says the same",
    (draft) => becomes([deny({ ...S3, Sid: "Other" })])(draft),
    (draft) => {
      team([deny(S3)])(draft);
      draft.remove(TEAM_ATTACHED);
    },
  ),
  harmful("what allows everything is attached", "guardrail-undecided", (draft) =>
    draft
      .add(ALLOW, {
        content: content([{ Effect: "Allow", Action: "*", Resource: "*" }]),
        name: "allow",
        type: "SERVICE_CONTROL_POLICY",
        id: "p-allow",
      })
      .add(ALLOW_ATTACHED, { policy_id: "p-allow", target_id: "Workloads/Prod" }),
  ),
  harmful(
    "a second account administers root access",
    "delegated-administrator",
    (draft) => draft.add(`${DELEGATION}-2`, { ...draft.get(DELEGATION), account_id: "999999999999" }, DELEGATION),
    {
      severity: "high",
      says: /`999999999999` as delegated administrator of `iam\.amazonaws\.com`, beside `222222222222`/,
    },
  ),
  harmful("a second account administers GuardDuty", "delegated-administrator", delegated("guardduty", "999999999999"), {
    severity: "high",
    says: /, beside `222222222222`/,
  }),
  harmful("the administrator of GuardDuty is delegated as well", "delegated-administrator", delegated("guardduty"), {
    severity: "medium",
  }),
  harmless(
    "a second administrator that was there moves to another address",
    (draft) => draft.rename(`${DELEGATION}-2`, `${DELEGATION}-3`, false),
    delegated("guardduty", "999999999999"),
  ),
  harmful("the first administrator of a service", "delegated-administrator", delegated("access-analyzer"), {
    severity: "medium",
  }),
  harmful(
    "a policy becomes one of another kind",
    ["guardrail-coverage", "undecided-change"],
    (draft) => draft.set(TEAM, { type: "TAG_POLICY" }),
    {
      given: team([deny(S3)]),
    },
  ),
];
