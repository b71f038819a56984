import type { ServiceSurface } from "../surface";

const QUEUE = "org-baseline-threat-detection-dead-letters";

export const sqs: ServiceSurface = {
  service: "sqs",
  title: "Amazon SQS",
  records: "sqs",
  things: [
    {
      what: "the dead-letter queues of the event rules",
      in: ["management", "security"],
      arns: { queue: [`arn:aws:sqs:us-east-1:{account}:${QUEUE}`] },
      named: { queueUrl: [`https://sqs.us-east-1.amazonaws.com/{account}/${QUEUE}`] },
    },
  ],
  accounts: ["management", "security"],
  unrecorded: [
    {
      source: "SQS Developer Guide, logging API calls with CloudTrail: what touches messages is a data event",
      actions: ["ChangeMessageVisibility", "DeleteMessage", "SendMessage"],
    },
  ],
  excused: [
    {
      reason: "adds",
      because: "a message or a queue more: the queue's own policy and IAM decide who sends, and a false alarm is all",
      actions: ["CreateQueue", "SendMessage"],
    },
    {
      reason: "harmless",
      because:
        "a message is hidden, moved or deleted after its alarm has rung, which counts what was sent; the event itself is in the record",
      actions: ["CancelMessageMoveTask", "ChangeMessageVisibility", "DeleteMessage", "StartMessageMoveTask"],
    },
    {
      reason: "harmless",
      because: "no policy of the baseline decides by tags",
      actions: ["TagQueue", "UntagQueue"],
    },
  ],
};
