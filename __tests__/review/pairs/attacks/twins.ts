import { UNKNOWN, type Draft, type Values } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";

const LOW = "aws_sns_topic_subscription.low_email-security-review-4d07cb1d";
const MEMBERS = "aws_guardduty_organization_configuration.eu-west-1_organization";
const FEATURE = "aws_guardduty_detector_feature.eu-west-1_management_S3_DATA_EVENTS";
const EXPIRY = "aws_s3_bucket_lifecycle_configuration.trail-bucket_expiry_rules";
const PUBLIC = "aws_s3_bucket_public_access_block.trail-bucket_logs_public-access-block";
const BUCKET = "aws_s3_bucket.trail-bucket_logs_bucket";
const BUCKET_POLICY = "aws_s3_bucket_policy.trail-bucket_logs_policy";
const GUARDRAIL = "aws_organizations_policy.deny-root-user";

/** A second thing that is the same at AWS: whichever is applied last is what counts. */
const twin = (address: string, values: Values) => (draft: Draft) =>
  draft.add(`${address}-2`, { ...draft.get(address), ...values }, address);

/** The thing under another address, which destroys and creates it, with other values. */
const anew = (address: string, values: Values) => (draft: Draft) =>
  draft.rename(address, `${address}-2`, false).set(`${address}-2`, values);

const anybody = (bucket: string) => ({
  bucket,
  policy: JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }] }),
});

const BLOCKED = (bucket: unknown): Values => ({
  bucket,
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
});

export const TWIN_PAIRS: readonly Pair[] = [
  harmful(
    "a subscription is made anew with a filter",
    "undecided-change",
    anew(LOW, { filter_policy: '{"a":["b"]}' }),
    {
      says: /no rule judges `filter_policy`/,
    },
  ),
  harmful("a subscription gets a twin with a filter", "undecided-change", twin(LOW, { filter_policy: '{"a":["b"]}' })),
  harmless("what AWS makes up of a thing that is made anew", anew(LOW, { owner_id: UNKNOWN, arn: UNKNOWN })),
  harmful(
    "members' GuardDuty gets a weaker twin",
    "guardduty-members",
    twin(MEMBERS, { auto_enable_organization_members: "NONE" }),
    { says: /GuardDuty members: ALL → NONE/ },
  ),
  harmless("members' GuardDuty gets an equal twin", twin(MEMBERS, {})),
  harmful("a protection plan gets a weaker twin", "guardduty-feature", twin(FEATURE, { status: "DISABLED" }), {
    given: (draft) => draft.set(FEATURE, { status: "ENABLED" }),
  }),
  harmful(
    "a bucket that had none gets an expiry of a day",
    "log-expiry",
    (draft) =>
      draft.add(
        EXPIRY,
        { bucket: draft.get(BUCKET)["bucket"], rule: [{ status: "Enabled", expiration: [{ days: 1 }] }] },
        BUCKET,
      ),
    { given: (draft) => draft.remove(EXPIRY), says: /files expire: never → after 1 days/ },
  ),
  harmful(
    "public access to a bucket that said nothing of it is let in",
    "bucket-protection",
    (draft) => draft.add(PUBLIC, { bucket: draft.get(BUCKET)["bucket"], block_public_policy: false }, BUCKET),
    { given: (draft) => draft.remove(PUBLIC) },
  ),
  harmful(
    "a bucket that no reviewed stack holds gets a policy for anybody",
    "resource-policy-opened",
    (draft) => draft.add("aws_s3_bucket_policy.foreign", anybody("held-by-another-stack"), GUARDRAIL),
    { says: /also allows `s3:GetObject`/ },
  ),
  harmless("a bucket that is new gets a policy with it", (draft) =>
    draft
      .add("aws_s3_bucket.new", { bucket: "new", id: "new" }, BUCKET)
      .add("aws_s3_bucket_policy.new", anybody("new"), BUCKET),
  ),
  harmful("a bucket gets a second policy, without denials", "resource-policy-opened", (draft) =>
    draft
      .statements(BUCKET_POLICY, "policy", (all) => all)
      .add(
        `${BUCKET_POLICY}-2`,
        {
          ...draft.get(BUCKET_POLICY),
          policy: JSON.stringify({
            ...(JSON.parse(String(draft.get(BUCKET_POLICY)["policy"])) as object),
            Statement: (
              JSON.parse(String(draft.get(BUCKET_POLICY)["policy"])) as { Statement: { Effect: string }[] }
            ).Statement.filter(({ Effect }) => Effect === "Allow"),
          }),
        },
        BUCKET_POLICY,
      ),
  ),
  harmful(
    "the default bus is opened to another account",
    "resource-policy-opened",
    (draft) =>
      draft.add(
        "aws_cloudwatch_event_bus_policy.default",
        {
          event_bus_name: "default",
          policy: JSON.stringify({
            Statement: [
              { Effect: "Allow", Principal: { AWS: "999999999999" }, Action: "events:PutEvents", Resource: "*" },
            ],
          }),
        },
        "aws_cloudwatch_event_bus_policy.alert-bus_policy",
      ),
    { says: /root of 999999999999|999999999999/ },
  ),
  harmful("a role that no reviewed stack holds gets a policy", "role-permissions", (draft) =>
    draft.add(
      "aws_iam_role_policy.foreign",
      {
        name: "more",
        role: "held-by-another-stack",
        policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
      },
      GUARDRAIL,
    ),
  ),
  harmless(
    "public access to a bucket that said nothing of it is blocked",
    (draft) => draft.add(PUBLIC, BLOCKED(draft.get(BUCKET)["bucket"]), BUCKET),
    (draft) => draft.remove(PUBLIC),
  ),
  harmless("a bucket that is new expires its files with it", (draft) =>
    draft
      .add("aws_s3_bucket.new", { bucket: "new", id: "new" }, BUCKET)
      .add(`${EXPIRY}-2`, { bucket: "new", rule: [{ status: "Enabled", expiration: [{ days: 1 }] }] }, BUCKET),
  ),
];
