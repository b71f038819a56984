import { at, canonical, isNothing, Unknown, type Thing, type Values } from "../../model/thing";
import { settingRule, type Setting } from "./setting";
import type { Weaker } from "./orders";

const type = "aws_s3_bucket_lifecycle_configuration";

/** What ends or moves a file: by which files it is about, and after how many days. */
interface Ending {
  readonly files: string;
  readonly days: number;
  /** Newest of the overwritten versions that stay whatever their age: none where it does not say. */
  readonly kept: number;
  /** Where they go; nothing where they are gone. */
  readonly to: unknown;
}

/** Stands for every file of a bucket. */
const ALL = "all";

/** Which files a rule is about: an empty prefix leaves out none. */
function filesOf(rule: Values): string {
  const { filter, prefix } = rule;
  return isNothing(filter) && isNothing(prefix) ? ALL : canonical([filter, prefix]);
}

const enabled = (rules: unknown): readonly Values[] =>
  (Array.isArray(rules) ? (rules as readonly Values[]) : []).filter(({ status }) => status !== "Disabled");

/** A day that is named is as good as none: all that is older goes at once. */
function endingsOf(rule: Values, block: string, days: string): readonly Ending[] {
  const files = filesOf(rule);
  return [rule[block]].flat().flatMap((each: unknown): readonly Ending[] => {
    if (each instanceof Unknown) return [{ files, days: NaN, kept: 0, to: undefined }];
    const [after, on, to] = [at(each, days), at(each, "date"), at(each, "storage_class")];
    // Amazon S3 User Guide, lifecycle configuration elements, NewerNoncurrentVersions.
    const kept = Number(at(each, "newer_noncurrent_versions") ?? 0);
    if (!isNothing(on)) return [{ files, days: 0, kept, to }];
    return isNothing(after) || (after === 0 && isNothing(to)) ? [] : [{ files, days: Number(after), kept, to }];
  });
}

/** The endings of one kind that a thing orders; unknown where its rules are. */
const endings =
  (block: string, days: string) =>
  ({ values: { rule } }: Thing): readonly Ending[] | Unknown =>
    rule instanceof Unknown ? rule : enabled(rule).flatMap((each) => endingsOf(each, block, days));

/** Each ending must have had one before that was as soon and kept no more, of the same files or of all. */
const mustNotComeSooner: Weaker = (before, after) => {
  if (before instanceof Unknown || after instanceof Unknown) return undefined;
  const [old, young] = [before, after] as readonly (readonly Ending[])[];
  const isNew = ({ files, days, kept, to }: Ending): boolean =>
    !(old ?? []).some(
      (was) => (was.files === files || was.files === ALL) && was.days <= days && was.kept <= kept && was.to === to,
    );
  return (young ?? []).some(({ days }) => Number.isNaN(days)) ? undefined : (young ?? []).some(isNew);
};

/** The days of the endings, for people. */
const inDays = (value: unknown): string => {
  const found = value as readonly Ending[];
  if (found.length === 0) return "never";
  return found
    .map(({ files, days, kept, to }) =>
      [
        days === 0 ? "on a date" : `after ${days} days`,
        ...(isNothing(to) ? [] : [String(to)]),
        ...(kept === 0 ? [] : [`but the newest ${kept}`]),
        ...(files === ALL ? [] : [files]),
      ].join(" "),
    )
    .join(", ");
};

const ending = (block: string, days: string, says: string): Setting => ({
  type,
  value: endings(block, days),
  weaker: mustNotComeSooner,
  shown: inDays,
  says: `${says} {}`,
});

export const logExpiry = settingRule({
  id: "log-expiry",
  severity: "high",
  fires: "files of a bucket are deleted after a shorter time",
  matters: "what has expired before anybody looks is evidence lost for good",
  unset: { [type]: { of: "aws_s3_bucket", by: "bucket", values: { rule: [] } } },
  settings: [
    ending("expiration", "days", "files expire:"),
    {
      ...ending("noncurrent_version_expiration", "noncurrent_days", "overwritten and deleted versions expire:"),
      severity: "medium",
    },
    { ...ending("transition", "days", "files move to another storage class:"), severity: "medium" },
    {
      ...ending("noncurrent_version_transition", "noncurrent_days", "old versions move to another storage class:"),
      severity: "medium",
    },
  ],
});
