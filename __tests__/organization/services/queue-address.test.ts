import { queueNamed, queueUrl } from "../../../organization/services/queue-address";

const LOCAL = "http://127.0.0.1:5000";
const there = (region: string | undefined, name = "alerts") => ({ region, account: "444444444444", name });

test.each([
  ["https://sqs.eu-west-1.amazonaws.com/444444444444/alerts", there("eu-west-1")],
  ["https://sqs.eu-west-1.amazonaws.com/444444444444/alerts.fifo", there("eu-west-1", "alerts.fifo")],
  ["https://sqs-fips.us-gov-west-1.amazonaws.com/444444444444/alerts", there("us-gov-west-1")],
  ["https://sqs.cn-north-1.amazonaws.com.cn/444444444444/alerts", there("cn-north-1")],
  ["https://sqs.eu-west-1.api.aws/444444444444/alerts", there("eu-west-1")],
  ["https://vpce-0a1b-2c3d.sqs.eu-west-1.vpce.amazonaws.com/444444444444/alerts", there("eu-west-1")],
  ["https://eu-west-1.queue.amazonaws.com/444444444444/alerts", there("eu-west-1")],
  ["https://queue.amazonaws.com/444444444444/alerts", there("us-east-1")],
  ["http://127.0.0.1:5000/444444444444/alerts", there(undefined)],
  ["arn:aws-cn:sqs:cn-north-1:444444444444:alerts.fifo", there("cn-north-1", "alerts.fifo")],
])("%s names a queue", (text, queue) => expect(queueNamed(text, LOCAL)).toMatchObject(queue));

test.each([
  ["another host", "https://sqs.eu-west-1.amazonaws.com.example.com/444444444444/alerts"],
  ["another local endpoint", "http://127.0.0.1:5001/444444444444/alerts"],
  ["a host in a user's name", "https://sqs.eu-west-1.amazonaws.com@example.com/444444444444/alerts"],
  ["more of a path", "https://sqs.eu-west-1.amazonaws.com/444444444444/alerts/more"],
  ["a question", "https://sqs.eu-west-1.amazonaws.com/444444444444/alerts?Action=DeleteQueue"],
  ["no account", "https://sqs.eu-west-1.amazonaws.com/alerts"],
  ["no name", "https://sqs.eu-west-1.amazonaws.com/444444444444/"],
  ["a name with more than a queue's", "arn:aws:sqs:eu-west-1:444444444444:alerts;rm"],
  ["a name that is too long", `arn:aws:sqs:eu-west-1:444444444444:${"a".repeat(81)}`],
  ["a topic", "arn:aws:sns:eu-west-1:444444444444:alerts"],
  ["no Region", "arn:aws:sqs::444444444444:alerts"],
  ["a name alone", "alerts"],
])("%s names none", (_what, text) => expect(queueNamed(text, LOCAL)).toBeUndefined());

test("a local endpoint is one only where the environment names it", () => {
  expect(queueNamed(`${LOCAL}/444444444444/alerts`)).toBeUndefined();
});

test("a URL has the domain of its partition", () => {
  expect(queueUrl("cn-north-1", "444444444444", "alerts")).toBe(
    "https://sqs.cn-north-1.amazonaws.com.cn/444444444444/alerts",
  );
});
