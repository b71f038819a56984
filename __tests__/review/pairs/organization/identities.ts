import type { Draft } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";

const ROLE = "aws_iam_role.break-glass-unlock-bucket_role";
const ROLE_POLICY = "aws_iam_role_policy.break-glass-unlock-bucket_policy";
const DELEGATION = "aws_organizations_delegated_administrator.root-administrator-registration";
const KEY = "aws_kms_key.alert-encryption_key";
const BUCKET_POLICY = "aws_s3_bucket_policy.trail-bucket_logs_policy";
const BUCKET = "aws_s3_bucket.trail-bucket_logs_bucket";
const OPEN = {
  bucket: "org-baseline-trail-333333333333-us-east-1",
  policy: JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }] }),
};
const TOPIC_POLICY = "aws_sns_topic_policy.critical_policy";

const trust = (principal: unknown, Condition?: object) => (draft: Draft) =>
  draft.statements(ROLE, "assume_role_policy", (statements) => [
    ...statements,
    {
      Effect: "Allow",
      Principal: principal,
      Action: "sts:AssumeRole",
      ...(Condition === undefined ? {} : { Condition }),
    },
  ]);

const ACCOUNT = { AWS: "arn:aws:iam::222222222222:root" };

export const IDENTITY_PAIRS: readonly Pair[] = [
  harmful(
    "another role may open break glass",
    "role-trust",
    trust(ACCOUNT, { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/X" } }),
    {
      says: /break glass `unlock-bucket` can also be opened by `role\/X of 222222222222`/,
    },
  ),
  harmful("anybody in the account may open break glass", "role-trust", trust(ACCOUNT)),
  harmful("another account may open break glass", "role-trust", trust({ AWS: "999999999999" }), {
    says: /can also be opened by `root of 999999999999`/,
  }),
  ...["aws", "aws-us-gov", "aws-cn"].map((partition) =>
    harmless(
      `an account of ${partition} that is let in is written by its id`,
      (draft) =>
        draft.statements(ROLE, "assume_role_policy", (statements) => [
          ...statements.slice(0, -1),
          { ...statements.at(-1), Principal: { AWS: "222222222222" } },
        ]),
      trust({ AWS: `arn:${partition}:iam::222222222222:root` }),
    ),
  ),
  harmful(
    "break glass without MFA",
    "role-trust",
    (draft) =>
      draft.statements(ROLE, "assume_role_policy", (statements) =>
        statements.map((each) => ({ ...each, Condition: { ...(each["Condition"] as object), Bool: undefined } })),
      ),
    { says: /fewer conditions/ },
  ),
  harmless("one way into break glass goes", (draft) =>
    draft.statements(ROLE, "assume_role_policy", ([first = {}]) => [first]),
  ),
  harmless("the trust in another order", (draft) =>
    draft.statements(ROLE, "assume_role_policy", (statements) => [...statements].reverse()),
  ),
  harmful("a new role that people may assume", "role-trust", (draft) =>
    draft.add("aws_iam_role.new", { name: "new", assume_role_policy: draft.get(ROLE)["assume_role_policy"] }, ROLE),
  ),
  harmless("a new role that a service assumes", (draft) =>
    draft.add(
      "aws_iam_role.new",
      {
        name: "new",
        assume_role_policy: JSON.stringify({
          Statement: [{ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sts:AssumeRole" }],
        }),
      },
      ROLE,
    ),
  ),
  harmful("break glass may do another task", "role-permissions", (draft) =>
    draft.statements(ROLE_POLICY, "policy", (statements) =>
      statements.map((each) => ({ ...each, Condition: undefined })),
    ),
  ),
  harmful("break glass gets a second policy", "role-permissions", (draft) =>
    draft.add(`${ROLE_POLICY}-2`, { ...draft.get(ROLE_POLICY), name: "more" }, ROLE),
  ),
  harmful(
    "a bucket that had none gets a policy for anybody",
    "resource-policy-opened",
    (draft) => draft.add(BUCKET_POLICY, OPEN, BUCKET),
    {
      given: (draft) => draft.remove(BUCKET_POLICY),
    },
  ),
  harmless("break glass may do less", (draft) =>
    draft.statements(ROLE_POLICY, "policy", (statements) =>
      statements.map((each) => ({ ...each, Resource: "arn:aws:iam::444444444444:root" })),
    ),
  ),
  harmful("another account administers root access", "delegated-administrator", (draft) =>
    draft.set(DELEGATION, { account_id: "999999999999" }),
  ),
  harmful("nobody administers root access", "delegated-administrator", (draft) => draft.remove(DELEGATION)),
  harmless("the delegation under another address", (draft) => draft.rename(DELEGATION, `${DELEGATION}-2`, false)),
  harmful("alarms may no longer use the key of the topics", "service-permission", (draft) =>
    draft.statements(KEY, "policy", (statements) => statements.filter(({ Sid }) => Sid !== "CloudWatchAlarms")),
  ),
  harmful("a topic takes no more alarms", "service-permission", (draft) =>
    draft.statements(TOPIC_POLICY, "policy", (statements) =>
      statements.filter(({ Sid }) => Sid !== "CloudWatchAlarms"),
    ),
  ),
  harmful("anybody may read the record", "resource-policy-opened", (draft) =>
    draft.statements(BUCKET_POLICY, "policy", (statements) => [
      ...statements,
      { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" },
    ]),
  ),
  harmful("the bucket's denials go", "resource-policy-opened", (draft) =>
    draft.statements(BUCKET_POLICY, "policy", (statements) => statements.filter(({ Effect }) => Effect !== "Deny")),
  ),
  harmless("the bucket's policy in another order", (draft) =>
    draft.statements(BUCKET_POLICY, "policy", (statements) => [...statements].reverse()),
  ),
];
