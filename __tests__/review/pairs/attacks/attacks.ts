import { UNKNOWN, type Draft, type Values } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";
import { becomes, content, deny, loosened, S3, TEAM, team, undecided } from "../guardrails/team";

const GUARDRAIL = "aws_organizations_policy.deny-root-user";
const ATTACHED = 'aws_organizations_policy_attachment.deny-root-user["Workloads/Canary"]';
const KEY = "aws_kms_key.trail-encryption_key";
const BUCKET = "aws_s3_bucket.trail-bucket_logs_bucket";
const SUBSCRIPTION = "aws_sns_topic_subscription.low_email-security-review-4d07cb1d";

/** The team's policy in another version of the language. */
const version = (Version: string | undefined, statement: Values) => (draft: Draft) =>
  draft.set(TEAM, { content: JSON.stringify({ Version, Statement: [deny(statement)] }) });

const BY_NAME = { Action: "s3:*", Resource: "arn:aws:s3:::${aws:PrincipalAccount}-*" };

const role = (more: Values) => (draft: Draft) => draft.add("aws_iam_role.new", { name: "new", ...more });

const trust = (principal: unknown): Values => ({
  assume_role_policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
  }),
});

export const ATTACK_PAIRS: readonly Pair[] = [
  // Policies in other words, and in other signs.
  undecided("an action is written with a letter of another alphabet", S3, { Action: "ѕ3:DeleteBucket" }),
  undecided("an action holds a sign that nobody sees", S3, { Action: "s3:Delete\u200bBucket" }),
  undecided("an action ends in a blank", S3, { Action: "s3:DeleteBucket " }),
  undecided("an effect in small letters", S3, { ...S3, Effect: "deny" }),
  loosened(
    "a variable narrows a resource",
    { ...S3, Resource: "arn:aws:s3:::*" },
    { ...S3, Resource: BY_NAME.Resource },
  ),
  loosened("a condition asks for a variable", S3, {
    ...S3,
    Condition: { StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } },
  }),
  harmful("variables become texts, in the older language", "guardrail-undecided", version("2008-10-17", BY_NAME), {
    given: team([deny(BY_NAME)]),
  }),
  harmful("variables become texts, in a policy without a version", "guardrail-undecided", version(undefined, BY_NAME), {
    given: team([deny(BY_NAME)]),
  }),
  harmless(
    "lists of one in place of texts",
    becomes([deny({ Action: [S3.Action], Resource: ["*"] })]),
    team([deny(S3)]),
  ),
  harmful("an effect stands twice", "guardrail-undecided", (draft) =>
    draft.set(GUARDRAIL, {
      content: String(draft.get(GUARDRAIL)["content"]).replace('"Effect":"Deny"', '"Effect":"Deny","Effect":"Allow"'),
    }),
  ),
  harmful("no statement is left", "guardrail-undecided", becomes([]), { given: team([deny(S3)]) }),
  harmful("no policy is left", "guardrail-undecided", (draft) => draft.set(TEAM, { content: null }), {
    given: team([deny(S3)]),
  }),
  harmful(
    "a policy becomes one of tags",
    ["guardrail-coverage", "undecided-change"],
    (draft) => draft.set(TEAM, { type: "TAG_POLICY", content: content([]) }),
    { given: team([deny(S3)]) },
  ),
  // Attachments.
  harmful("a guardrail goes to a unit that reads the same", "guardrail-coverage", (draft) =>
    draft.set(ATTACHED, { target_id: "Workloads/\u0421anary" }),
  ),
  harmful("another policy takes the place of a guardrail", ["guardrail-coverage", "guardrail-undecided"], (draft) =>
    draft.set(ATTACHED, { policy_id: "p-FullAWSAccess" }),
  ),
  harmful("an attachment would outlive what Terraform knows", "undecided-change", (draft) =>
    draft.set(ATTACHED, { skip_destroy: true }),
  ),
  harmful(
    "a policy comes to a unit that nobody has read",
    "guardrail-undecided",
    (draft) =>
      draft.add('aws_organizations_policy_attachment.x["Workloads/Prod"]', {
        ...{ policy_id: "p-foreign1", target_id: "Workloads/Prod" },
      }),
    { severity: "medium" },
  ),
  // Roles.
  harmful("a role for everybody comes", "role-trust", role(trust("*"))),
  harmful("a role comes of which nobody knows who may open it", "role-trust", role({ assume_role_policy: UNKNOWN }), {
    severity: "high",
    says: /who can open the role `new` could not be decided/,
  }),
  harmful(
    "a role for whoever signs in elsewhere comes",
    "role-trust",
    role(trust({ Federated: "cognito-identity.amazonaws.com" })),
  ),
  harmful(
    "a role loses its boundary",
    "undecided-change",
    (draft) => draft.set("aws_iam_role.new", { permissions_boundary: null }),
    {
      given: role({
        ...trust({ Service: "ec2.amazonaws.com" }),
        permissions_boundary: "arn:aws:iam::111111111111:policy/b",
      }),
    },
  ),
  // What keeps, and who is told.
  harmful("a bucket gets a second, shorter expiry", ["log-expiry", "undecided-change"], (draft) =>
    draft.add(
      "aws_s3_bucket_lifecycle_configuration.second",
      { bucket: draft.get(BUCKET)["bucket"], rule: [{ id: "x", status: "Enabled", expiration: [{ days: 1 }] }] },
      BUCKET,
    ),
  ),
  harmful("a key is used for something else", "undecided-change", (draft) =>
    draft.set(KEY, { key_usage: "SIGN_VERIFY" }),
  ),
  harmful("the policy of the archive is unknown", "resource-policy-opened", (draft) =>
    draft.set("aws_s3_bucket_policy.trail-bucket_logs_policy", { policy: UNKNOWN }),
  ),
  harmful("a key opens to another organization", "resource-policy-opened", (draft) =>
    draft.statements(KEY, "policy", (all) => [
      ...all,
      {
        ...{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" },
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-otherorgid1" } },
      },
    ]),
  ),
  harmful("a subscriber's address has a letter of another alphabet", "subscribers", (draft) =>
    draft.set(SUBSCRIPTION, { endpoint: String(draft.get(SUBSCRIPTION)["endpoint"]).replace("e", "\u0435") }),
  ),
  harmless(
    "numbers are written as texts",
    (draft) => draft.set("aws_cloudwatch_metric_alarm.root-console-login_alarm", { period: "300" }),
    (draft) => draft.set("aws_cloudwatch_metric_alarm.root-console-login_alarm", { period: 300 }),
  ),
];
