import { at, isNothing, type Thing, type Values } from "../../model/thing";
import { mustNotShrink } from "./orders";
import { settingRule } from "./setting";

const type = "aws_s3_bucket_lifecycle_configuration";

const enabled = ({ values }: Thing): readonly Values[] => {
  const rules = values["rule"];
  return (Array.isArray(rules) ? (rules as readonly Values[]) : []).filter(({ status }) => status === "Enabled");
};

/** The fewest days that a rule leaves, whatever it is about; Infinity where none ends anything. */
const fewest =
  (path: string) =>
  (thing: Thing): number =>
    Math.min(
      Infinity,
      ...enabled(thing).flatMap((rule) => {
        const days = at(rule, path);
        return isNothing(days) || days === 0 ? [] : [Number(days)];
      }),
    );

export const logExpiry = settingRule({
  id: "log-expiry",
  severity: "high",
  fires: "files of a bucket are deleted after a shorter time",
  matters: "what has expired before anybody looks is evidence lost for good",
  settings: [
    { type, value: fewest("expiration.days"), weaker: mustNotShrink(), says: "files expire after {} days" },
    {
      type,
      value: fewest("noncurrent_version_expiration.noncurrent_days"),
      weaker: mustNotShrink(),
      says: "overwritten and deleted versions expire after {} days",
      severity: "medium",
    },
    {
      type,
      value: (thing) => enabled(thing).filter((rule) => !isNothing(rule["transition"])).length,
      weaker: (before, after) => (Number(after) > Number(before) ? undefined : false),
      says: "files move to another storage class: {} rules",
      severity: "medium",
    },
  ],
});
