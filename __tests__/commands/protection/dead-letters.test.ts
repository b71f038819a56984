import { showDeadLetters } from "../../../commands/protection/dead-letters";
import type { PlaceQueues } from "../../../organization/deliveries";
import { AT, refused } from "../../organization/as-read";

const queue = (stack: string, waiting: number) => ({
  name: `org-baseline-${stack}-dead-letters`,
  keptSeconds: 1_209_600,
  waiting,
});

const at = (account: PlaceQueues["account"], region: string, ...value: readonly ReturnType<typeof queue>[]) => ({
  account,
  region,
  queues: { at: AT, value },
});

test("empty queues are one line", () => {
  expect(
    showDeadLetters([
      at("management", "us-east-1", queue("alarms", 0), queue("threat-detection", 0)),
      at("security", "eu-west-1", queue("threat-detection", 0)),
    ]),
  ).toEqual(["  not delivered       nothing, in 3 queues"]);
});

test("what waits, what has no queue, what nobody counted and what was not read is loud", () => {
  expect(
    showDeadLetters([
      at("management", "us-east-1", queue("alarms", 3), queue("threat-detection", 0)),
      at("security", "us-east-1", queue("alarms", NaN)),
      at("security", "eu-west-1"),
      { account: "management", region: "eu-west-1", queues: refused("sqs") },
    ]),
  ).toEqual([
    "  not delivered       nothing, in 1 queue",
    "  not delivered       org-baseline-alarms-dead-letters in management, us-east-1: ABOUT 3 WAIT TO BE READ",
    "  not delivered       org-baseline-alarms-dead-letters in security, us-east-1: ABOUT NaN WAIT TO BE READ",
    "  not delivered       security, eu-west-1: NO QUEUE KEEPS IT",
    expect.stringMatching(/^ {2}not delivered {7}NOT READ: .*sqs$/),
  ]);
});
