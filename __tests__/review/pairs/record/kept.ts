import { UNKNOWN, type Draft } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";

const LOG_GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";
const KEY = "aws_kms_key.trail-encryption_key";
const FILTER = "aws_cloudwatch_log_metric_filter.root-console-login_filter";
const SUBSCRIPTION = "aws_sns_topic_subscription.low_email-security-review-4d07cb1d";
const REGION = "eu-west-1";

const leave = (draft: Draft, type: string) =>
  draft.remove(
    ...[...draft.entries()].flatMap(([address, { place }]) =>
      address.startsWith(`${type}.`) && place.endsWith(REGION) ? [address] : [],
    ),
  );

export const KEPT_PAIRS: readonly Pair[] = [
  harmful("a key is destroyed", "kept-destroyed", (draft) => draft.remove(KEY), { says: /the key `.*` is destroyed/ }),
  harmful(
    "a log group is replaced",
    ["kept-replaced", "undecided-change"],
    (draft) => draft.set(LOG_GROUP, { name: "other" }),
    { replaced: [LOG_GROUP], says: /the log group `org-baseline-trail` is replaced/ },
  ),
  harmful(
    "a subscription is made anew because somebody asked for it",
    "kept-replaced",
    (draft) => draft.set(SUBSCRIPTION, { id: UNKNOWN, arn: UNKNOWN }),
    { replaced: [SUBSCRIPTION], severity: "medium", says: /destroyed and made anew, though nothing of it changes/ },
  ),
  harmful("a log group is made anew under another address", "kept-destroyed", (draft) =>
    draft.rename(LOG_GROUP, `${LOG_GROUP}-2`, false),
  ),
  harmful("a log group is left standing", "kept-forgotten", (draft) => draft.remove(LOG_GROUP), {
    forgotten: [LOG_GROUP],
  }),
  harmless("a log group moves to another address", (draft) => draft.rename(LOG_GROUP, `${LOG_GROUP}-2`, true)),
  harmful(
    "a detector goes, and its Region with it",
    ["kept-destroyed", "region-dropped"],
    (draft) => leave(draft, "aws_guardduty_detector"),
    {
      says: /`eu-west-1` has no GuardDuty detector of ours any longer/,
    },
  ),
  harmless("a Region is added", (draft) => {
    const detector = "aws_guardduty_detector.us-east-1_security_detector";
    return draft.add("aws_guardduty_detector.another", draft.get(detector), detector);
  }),
  harmless("tags and descriptions change", (draft) =>
    draft.set(FILTER, { tags: { Owner: "x" } }).set(KEY, { description: "x", tags_all: { Owner: "x" } }),
  ),
  harmful("a setting that no rule knows", "undecided-change", (draft) => draft.set(KEY, { multi_region: true }), {
    says: /no rule judges `multi_region`/,
  }),
  harmful("a type of resource that no rule knows", "undecided-change", (draft) =>
    draft.add("aws_lambda_function.new", { name: "new" }),
  ),
  harmful("a metric filter counts nothing", "undecided-change", (draft) =>
    draft.set(FILTER, {
      metric_transformation: { ...(draft.get(FILTER)["metric_transformation"] as object), value: "0" },
    }),
  ),
];
