import { UNKNOWN } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { becomes, content, deny, kept, loosened, S3, team, TEAM, TEAM_ATTACHED, undecided } from "./team";

const CANARY = 'aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]';
const ROOT_USER = "aws_organizations_policy.deny-root-user";

export const GUARDRAIL_PAIRS: readonly Pair[] = [
  harmful("a unit loses its guardrail", "guardrail-coverage", (draft) => draft.remove(CANARY), {
    says: /`deny-root-user` no longer covers `Workloads\/Canary` \(1 account\)/,
  }),
  harmful("a guardrail goes with its attachments", "guardrail-coverage", (draft) => draft.remove(CANARY, ROOT_USER)),
  harmful("a guardrail moves to another unit", "guardrail-coverage", (draft) =>
    draft
      .remove(CANARY)
      .add(CANARY.replace("Canary", "Prod"), { policy_id: draft.get(ROOT_USER)["id"], target_id: "Workloads/Prod" }),
  ),
  harmful("a team's policy leaves its unit", "guardrail-coverage", (draft) => draft.remove(TEAM_ATTACHED), {
    given: team([deny(S3)]),
    says: /`team` no longer covers `Workloads\/Prod` \(2 accounts\)/,
  }),
  harmless("a guardrail moves up to the root", (draft) =>
    draft
      .remove(CANARY)
      .add(CANARY.replace("Workloads/Canary", "root"), { policy_id: draft.get(ROOT_USER)["id"], target_id: "root" }),
  ),
  harmless(
    "a policy that says the same takes the place of another",
    (draft) =>
      draft
        .remove(TEAM, TEAM_ATTACHED)
        .add("aws_organizations_policy.other", {
          content: content([deny(S3)]),
          name: "other",
          type: "SERVICE_CONTROL_POLICY",
          id: UNKNOWN,
        })
        .add('aws_organizations_policy_attachment.other["Workloads"]', { policy_id: "other", target_id: "Workloads" }),
    team([deny(S3)]),
  ),
  loosened(
    "an action wildcard is narrowed",
    { Action: "s3:Delete*" },
    { Action: "s3:DeleteBucket*" },
    /no longer denies `s3:Delete\*`/,
  ),
  kept("an action wildcard is widened", [{ Action: "s3:DeleteBucket*" }], [{ Action: "s3:Delete*" }]),
  loosened(
    "one action of many goes",
    { Action: ["s3:DeleteBucket", "s3:PutBucketPolicy"] },
    S3,
    /no longer denies `s3:PutBucketPolicy`/,
  ),
  loosened("NotAction spares one service more", { NotAction: ["iam:*"] }, { NotAction: ["iam:*", "sts:*"] }),
  kept("NotAction spares one service less", [{ NotAction: ["iam:*", "sts:*"] }], [{ NotAction: "iam:*" }]),
  loosened("everything becomes everything but", { Action: "*" }, { NotAction: "support:*" }),
  kept("a list of actions becomes all", [{ Action: ["s3:*", "iam:*"] }], [{ Action: "*" }]),
  loosened("a resource is narrowed", S3, { ...S3, Resource: "arn:aws:s3:::logs-*" }),
  kept("a resource is widened", [{ ...S3, Resource: "arn:aws:s3:::logs-*" }], [S3]),
  loosened("NotResource spares a bucket", S3, {
    Action: "s3:DeleteBucket",
    Resource: undefined,
    NotResource: "arn:aws:s3:::scratch",
  }),
  kept(
    "statements and lists in another order",
    [
      { Sid: "A", Action: ["s3:a", "s3:b"] },
      { Sid: "B", Action: "iam:*" },
    ],
    [
      { Sid: "B", Action: "iam:*" },
      { Sid: "A", Action: ["s3:b", "s3:a"] },
    ],
  ),
  kept(
    "one statement becomes two",
    [{ Action: ["s3:a", "iam:b"] }],
    [
      { Sid: "A", Action: "s3:a" },
      { Sid: "B", Action: "iam:b" },
    ],
  ),
  kept(
    "equal operators in other words",
    [{ ...S3, Condition: { ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:root" } } }],
    [{ ...S3, Condition: { ArnEquals: { "aws:PrincipalArn": ["arn:*:iam::*:root"] } } }],
  ),
  kept("actions in another case, under another Sid", [S3], [{ Sid: "Renamed", Action: ["S3:deletebucket"] }]),
  undecided("a condition key that the evaluator does not know", S3, {
    ...S3,
    Condition: { StringEquals: { "made:Up": "x" } },
  }),
  harmful(
    "a policy that is known only after the apply",
    "guardrail-undecided",
    (draft) => draft.set(TEAM, { content: UNKNOWN }),
    { given: team([deny(S3)]) },
  ),
  harmful(
    "an allow list grows",
    "guardrail-undecided",
    becomes([{ Sid: "Team", Effect: "Allow", Action: ["s3:*", "iam:*"], Resource: "*" }]),
    {
      given: team([{ Sid: "Team", Effect: "Allow", Action: ["s3:*"], Resource: "*" }]),
    },
  ),
  harmful(
    "a resource control policy lets one organization more in",
    "guardrail-denial",
    becomes([
      {
        ...deny(S3),
        Principal: "*",
        Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": ["o-ours", "o-other"] } },
      },
    ]),
    {
      given: team([{ ...deny(S3), Principal: "*" }], "RESOURCE_CONTROL_POLICY"),
    },
  ),
  harmful(
    "a resource is narrowed beside a policy that the evaluator cannot read",
    "guardrail-denial",
    (draft) => draft.set(TEAM, { content: content([deny({ ...S3, Resource: "arn:aws:s3:::logs" })]) }),
    {
      given: (draft) => {
        team([deny(S3)])(draft);
        const strange = { Sid: "Strange", Condition: { StringEquals: { "made:Up": "x" } }, Action: "iam:*" };
        draft
          .add("aws_organizations_policy.strange", {
            content: content([deny(strange)]),
            name: "strange",
            type: "SERVICE_CONTROL_POLICY",
            id: "p-strange",
          })
          .add("aws_organizations_policy_attachment.strange", { policy_id: "p-strange", target_id: "Workloads/Prod" });
      },
    },
  ),
];
