import type { TrailFacts } from "../../../organization/audit-trail";
import type { Blueprint } from "../../../config";
import type { KeyFacts } from "../../../organization/services/keys";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, must, type Finding } from "../../item";

const APPLY = applied("audit-trail");

/** Whether every management event is recorded: by an advanced selector that leaves none out, or by a basic one for all. */
const recordsAll = ({ selectors, basicSelectors }: TrailFacts): boolean =>
  selectors.some(
    ({ FieldSelectors = [] }) =>
      FieldSelectors.length === 1 &&
      FieldSelectors[0]?.Field === "eventCategory" &&
      FieldSelectors[0].Equals?.includes("Management") === true,
  ) ||
  basicSelectors.some(
    ({ ReadWriteType, IncludeManagementEvents, ExcludeManagementEventSources = [] }) =>
      ReadWriteType === "All" && IncludeManagementEvents === true && ExcludeManagementEventSources.length === 0,
  );

/** A trail names its log group with all of its streams. Source: CloudTrail API Reference, GetTrail. */
const ALL_STREAMS = /:\*$/;

/** Another log group has no filter of ours: every alarm on the trail would be blind. */
function judgeLogGroup({ logGroupArn }: TrailFacts, { arns }: Blueprint): Finding {
  if (logGroupArn === undefined) return gap("log group", "events reach no log group", APPLY);
  const isOurs = logGroupArn.replace(ALL_STREAMS, "") === arns.trailLogGroup();
  return must("log group", isOurs, logGroupArn, `events go to ${logGroupArn}, which has no filter of ours`, APPLY);
}

/** Who owns the trail decides with which role it delivers. */
function judgeRole(
  { deliveryRoleArn }: TrailFacts,
  { accounts, arns, baseline, names }: Blueprint,
): readonly Finding[] {
  if (baseline.auditTrail.mode === "use") return [];
  const wanted = arns.role(accounts.management.id, names.trailDeliveryRole);
  const says = `delivers as ${deliveryRoleArn ?? "nobody"}, not ${wanted}`;
  return [must("delivery role", deliveryRoleArn === wanted, wanted, says, APPLY)];
}

/** A key that others hold can be taken from the trail by them. Whose key another's trail has is its owner's to say. */
function judgeKey({ keyArn }: TrailFacts, keys: readonly KeyFacts[], { baseline, names }: Blueprint): Finding {
  if (keyArn === undefined) return gap("encryption", "no key of its own", APPLY);
  if (baseline.auditTrail.mode === "use") return inForce("encryption", keyArn);
  const isOurs = keys.some(({ alias, arn }) => alias === names.trailKeyAlias && arn === keyArn);
  return must("encryption", isOurs, keyArn, `${keyArn} is not the key ${names.trailKeyAlias}`, APPLY);
}

const missing = ({ names }: Blueprint): Finding => gap("trail", `${names.trail} does not exist`, APPLY);

function judge(trail: TrailFacts, blueprint: Blueprint): readonly Finding[] {
  const { logging, organization, multiRegion, globalEvents, validated } = trail;
  return [
    must("logging", logging, "on", "stopped", {
      run: [["aws", "cloudtrail", "start-logging", "--name", trail.arn]],
    }),
    must("accounts", organization, "the whole organization", "one account only", APPLY),
    must("Regions", multiRegion, "every Region", "one Region only", APPLY),
    must("global services", globalEvents, "recorded", "left out", APPLY),
    must("management events", recordsAll(trail), "every one", "some are left out", APPLY),
    must("validation", validated, "digests are written", "no digests are written", APPLY),
    judgeLogGroup(trail, blueprint),
    ...judgeRole(trail, blueprint),
  ];
}

export const trailRecords: Control = {
  id: "trail-records",
  title: "The organization trail records every management event of every account and Region",
  matters: "What is not recorded is found by nobody, and every alarm on the trail is blind to it.",
  checklist: 4,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "4.1" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "4.2" },
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "4.5" },
    { source: "AWS Security Hub", control: "CloudTrail.1" },
    { source: "AWS Security Hub", control: "CloudTrail.2" },
    { source: "AWS Security Hub", control: "CloudTrail.4" },
    { source: "AWS Security Hub", control: "CloudTrail.5" },
    { source: "Prowler", control: "cloudtrail_multi_region_enabled" },
    { source: "Prowler", control: "cloudtrail_log_file_validation_enabled" },
    { source: "Prowler", control: "cloudtrail_kms_encryption_enabled" },
  ],
  reads: [
    "cloudtrail:GetTrail",
    "cloudtrail:GetTrailStatus",
    "cloudtrail:GetEventSelectors",
    "cloudtrail:GetInsightSelectors",
    "kms:ListAliases",
  ],
  judge: ({ live: { auditTrail }, blueprint }) => {
    const { trail: reading, keys } = auditTrail;
    const trail = "value" in reading ? reading.value : undefined;
    return [
      ...judged("trail", reading, (found) => (found === undefined ? [missing(blueprint)] : judge(found, blueprint))),
      ...(trail === undefined ? [] : judged("encryption", keys, (all) => [judgeKey(trail, all, blueprint)])),
    ];
  },
};
