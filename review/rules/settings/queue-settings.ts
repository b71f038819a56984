import { canonical, isNothing, Unknown, type Thing } from "../../model/thing";
import { mustNotGrow, mustNotShrink, mustStayOn } from "./orders";
import { settingRule, type Setting } from "./setting";

const type = "aws_sqs_queue";

/** Whether SQS encrypts what lies there, with a key of its own or with one of KMS. */
function isEncrypted({ values }: Thing): unknown {
  const [own, key] = [values["sqs_managed_sse_enabled"], values["kms_master_key_id"]];
  if (own === true || (!isNothing(key) && !(key instanceof Unknown))) return true;
  return [own, key].find((value) => value instanceof Unknown) ?? false;
}

/** Seconds and bytes. What SQS takes where nothing is said: SQS API Reference, SetQueueAttributes. */
const numbers: readonly Setting[] = [
  {
    type,
    value: ({ values }) => values["message_retention_seconds"] ?? 345_600,
    weaker: mustNotShrink(),
    says: "the queue keeps what it holds for a shorter time: {} seconds",
  },
  {
    type,
    value: ({ values }) => values["max_message_size"] ?? 262_144,
    weaker: mustNotShrink(),
    says: "the queue refuses what it took until now: at most {} bytes",
  },
  {
    type,
    value: ({ values }) => values["delay_seconds"] ?? 0,
    weaker: mustNotGrow,
    says: "the queue hands out later what it holds: {} seconds",
    severity: "low",
  },
];

/** What was nothing must stay nothing, or become nothing. */
const mustNotCome = (value: string, says: string): Setting => ({
  type,
  value,
  weaker: (before, after) =>
    after instanceof Unknown ? undefined : !isNothing(after) && canonical(before) !== canonical(after),
  says: `${says}: {}`,
});

export const queueSettings = settingRule({
  id: "queue-settings",
  severity: "medium",
  fires: "a queue keeps less, keeps it for a shorter time or unencrypted, hangs on a key, or hands on what it keeps",
  matters: "what was not delivered lies there and nowhere else until somebody reads it",
  settings: [
    ...numbers,
    { type, value: isEncrypted, weaker: mustStayOn, says: "the queue is no longer encrypted", severity: "high" },
    // The loss of a key is one of the things that end in this queue.
    mustNotCome("kms_master_key_id", "the queue hangs on a key, and takes nothing where EventBridge may not use it"),
    mustNotCome("redrive_policy", "what is read often enough leaves the queue for another one"),
  ],
});
