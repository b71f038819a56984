import { observeQueues } from "../../alert-proof/queues";
import type { TopicSeen } from "../../alert-proof/facts";
import { pathsOf } from "../../alert-proof/paths";
import { blueprintOf, parseConfig } from "../../config";
import { Clients } from "../../organization/clients/clients";
import { isUnread } from "../../organization/clients/reading";
import { AT } from "../organization/as-read";
import { ServiceError, standIn, type Answers } from "../organization/stand-in-aws";
import { configuration } from "../support/configuration";

const baseline = parseConfig(configuration());
const blueprint = blueprintOf(baseline);

const OURS = "arn:aws:sqs:eu-west-1:111111111111:alerts";
const OTHERS = "arn:aws:sqs:us-east-1:444444444444:alerts";
const COUNTS = {
  ApproximateNumberOfMessages: "3",
  ApproximateNumberOfMessagesNotVisible: "2",
  ApproximateNumberOfMessagesDelayed: "1",
};

/** What is seen of the queues that a topic tells, and what was called for it. */
async function seen(subscriptions: TopicSeen["subscriptions"], GetQueueAttributes: Answers[string]) {
  const aws = await standIn(baseline.accounts.management.id, { GetQueueAttributes });
  try {
    const clients = new Clients(baseline, aws.env);
    const observing = { clients, blueprint, paths: pathsOf(blueprint), since: new Date(AT) };
    const value: TopicSeen = { exists: true, published: 1, delivered: 1, failed: 0, subscriptions };
    const topics = new Map(["arn:first", "arn:second"].map((arn) => [arn, { at: AT, value }]));
    const queues = await observeQueues(observing, topics);
    const shown = [...queues].map(([arn, reading]) => [arn, isUnread(reading) ? reading.unread : reading.value]);
    return { shown: Object.fromEntries(shown) as Record<string, unknown>, calls: aws.calls };
  } finally {
    await aws.stop();
  }
}

const queue = (endpoint: string, confirmed = true) => ({ protocol: "sqs", endpoint, confirmed });

test("each queue is counted once, and no message is received", async () => {
  const { shown, calls } = await seen([queue(OURS)], { Attributes: COUNTS });
  expect(shown).toEqual({ [OURS]: { waiting: 3, inFlight: 2, delayed: 1 } });
  const names = Object.keys(COUNTS).join(",");
  expect(calls).toEqual([`GetQueueAttributes https://sqs.eu-west-1.amazonaws.com/111111111111/alerts ${names}`]);
});

test("who is no queue, or has not confirmed, is not asked for", async () => {
  const mail = { protocol: "email", endpoint: "oncall@example.com", confirmed: true };
  expect((await seen([mail, queue(OURS, false)], { Attributes: COUNTS })).calls).toEqual([]);
});

const denied = new ServiceError("AccessDenied", "not authorized");
const absent = new ServiceError("QueueDoesNotExist", "The specified queue does not exist.");

test.each([
  ["a queue of ours that is denied", OURS, denied, /allowed sqs:GetQueueAttributes on it in 111111111111, got AccessD/],
  ["a queue of ours that is gone", OURS, absent, /^the queue must exist, got QueueDoesNotExist: The specified/],
  [
    "another account's that is denied",
    OTHERS,
    denied,
    /of 444444444444, .* the queue's own policy .*, got AccessDenied/,
  ],
  // SQS may say that a queue is not there to whoever may not see it.
  ["another account's that is hidden", OTHERS, absent, /of 444444444444, .* the queue's own policy .*, got QueueDoes/],
])("%s names what lets it be seen", async (_what, arn, answer, says) => {
  expect((await seen([queue(arn)], answer)).shown[arn]).toMatch(says);
});
