import type { Draft } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { TEAM, TEAM_ATTACHED } from "./team";

const says = (state: string) =>
  JSON.stringify({ ec2_attributes: { image_block_public_access: { state: { "@@assign": state } } } });

const policy =
  (content: string, type = "DECLARATIVE_POLICY_EC2") =>
  (draft: Draft) =>
    draft
      .add(TEAM, { content, name: "team", type, id: "p-team" })
      .add(TEAM_ATTACHED, { policy_id: "p-team", target_id: "Workloads/Prod" });

const BLOCKED = says("block_new_sharing");
const OPT_OUT = { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } };

/** Policies that bound no call: nobody here judges what they say, so that they change is told. */
export const OTHER_POLICY_PAIRS: readonly Pair[] = [
  harmful(
    "a declarative policy says less",
    "guardrail-undecided",
    (draft) => draft.set(TEAM, { content: says("unblocked") }),
    {
      given: policy(BLOCKED),
      severity: "high",
      says: /`team` \(DECLARATIVE_POLICY_EC2\) says something else/,
    },
  ),
  harmful("a declarative policy leaves its unit", "guardrail-undecided", (draft) => draft.remove(TEAM_ATTACHED), {
    given: policy(BLOCKED),
    says: /no longer covers `Workloads\/Prod`/,
  }),
  harmful(
    "a declarative policy moves to another unit",
    "guardrail-undecided",
    (draft) => draft.set(TEAM_ATTACHED, { target_id: "Security" }),
    { given: policy(BLOCKED) },
  ),
  harmful("a declarative policy comes below", "guardrail-undecided", policy(BLOCKED), {
    severity: "medium",
    says: /comes to `Workloads\/Prod`, where it may take back what others say/,
  }),
  harmful(
    "AI services may keep what they see",
    "guardrail-undecided",
    (draft) => draft.set(TEAM, { content: JSON.stringify(OPT_OUT).replace("optOut", "optIn") }),
    { given: policy(JSON.stringify(OPT_OUT), "AISERVICES_OPT_OUT_POLICY") },
  ),
  harmful("a policy of backups goes", "guardrail-undecided", (draft) => draft.remove(TEAM, TEAM_ATTACHED), {
    given: policy('{"plans":{}}', "BACKUP_POLICY"),
  }),
  harmless(
    "a declarative policy is spread over lines",
    (draft) => draft.set(TEAM, { content: JSON.stringify(JSON.parse(BLOCKED), undefined, 2) }),
    policy(BLOCKED),
  ),
  harmless(
    "a declarative policy stands under another address",
    (draft) =>
      draft
        .remove(TEAM, TEAM_ATTACHED)
        .add("aws_organizations_policy.other", {
          ...{ content: BLOCKED, name: "other", type: "DECLARATIVE_POLICY_EC2", id: "p-other" },
        })
        .add('aws_organizations_policy_attachment.other["Workloads/Prod"]', {
          ...{ policy_id: "p-other", target_id: "Workloads/Prod" },
        }),
    policy(BLOCKED),
  ),
];
