import { partitionOf } from "../../catalogue/partitions";
import { blueprintOf, type Baseline } from "../../config";
import { queueArn, queueNamed, type QueueAddress } from "../../organization/services/queue-address";
import { command } from "../contract/command";
import { Mistake, mistake } from "../contract/mistake";
import type { OptionTable, Values } from "../contract/options";
import { required } from "../contract/required";
import { UNLOCK_EXIT_CODES, UNLOCK_OPTIONS } from "./options";

const asked = (text: string): QueueAddress | undefined => queueNamed(text, process.env.AWS_ENDPOINT_URL);

const OPTIONS = {
  ...UNLOCK_OPTIONS,
  region: { ...UNLOCK_OPTIONS.region, says: "where the queue is. Default: as its URL or ARN says" },
  queue: {
    takes: "one",
    value: "<url|arn>",
    says: "the queue, by its URL or its ARN",
    rule: { must: "be the URL or the ARN of a queue", holds: (text) => asked(text) !== undefined },
  },
  "even-alerts": {
    takes: "nothing",
    says: "even a queue that is told of alerts: until its policy is put back, SNS delivers none there",
  },
} as const satisfies OptionTable;

type Options = Values<typeof OPTIONS>;

/** Loaded only when asked for: the SDK takes a second. */
const unlocker = async () => ({
  ...(await import("./unlocking.ts")),
  ...(await import("../../root-sessions/unlock/queue.ts")),
});

/** A queue is where its own name says, whatever else is said. */
function checkPlace({ account, region }: QueueAddress, options: Options): void {
  const must = (where: string, rule: string, got: string | undefined, is: string | undefined): readonly string[] =>
    got === undefined || is === undefined || got === is
      ? []
      : [`${where} must be ${rule}, ${is}, got ${JSON.stringify(got)}`];
  const problems = [
    ...must("--account", "the account of the queue", options.account, account),
    ...must("--region", "the Region of the queue", options.region, region),
  ];
  if (problems.length > 0) throw new Mistake(problems.join("\n"));
}

function checkPartition(queue: string, { region, partition }: QueueAddress, baseline: Baseline): void {
  const own = blueprintOf(baseline).partition.id;
  const isOwn = (partition ?? own) === own && (region === undefined || partitionOf(region)?.id === own);
  if (!isOwn) mistake("--queue", `be in a Region of the partition ${own}`, queue);
}

/** Alerts reach it because its policy lets SNS send there. */
function checkIsToldNothing(arn: string, baseline: Baseline, isMeant: boolean): void {
  const { subscribers } = blueprintOf(baseline);
  const told = subscribers.find(({ protocol, endpoint }) => protocol === "sqs" && endpoint === arn);
  if (!isMeant && told !== undefined)
    mistake(
      "--queue",
      `be no queue that is told of alerts (${told.where}): without its policy SNS delivers none there. Say --even-alerts, and put a policy back at once`,
      arn,
    );
}

export const unlockQueue = command({
  name: "unlock-queue",
  summary: "show, keep and remove a queue policy that locks everybody out",
  about: [
    "Opens a root session in the queue's account, for the task unlock-queue, through its break-glass role, and shows the queue's policy and whether it locks out the account's administrators. With --apply it keeps the policy in a file, asks for the queue's name, removes the policy, and says how a right one is put back.",
    "First it says what it will do and which alerts that raises, and asks. A policy that locks nobody out is not removed. A service or resource control policy binds root sessions, too. What is called is the endpoint of the queue's Region, whatever host its URL has.",
  ],
  options: OPTIONS,
  exitCodes: UNLOCK_EXIT_CODES,
  run: async ({ options }) => {
    const named = required("queue", options.queue);
    const queue = asked(named);
    if (queue === undefined) throw new Error(`a rule lets the queue ${named} through`);
    checkPlace(queue, options);
    const { name, account, region } = queue;
    const { QUEUE, unlocking } = await unlocker();
    return unlocking(options, {
      kind: QUEUE,
      id: name,
      region,
      arn: (partition, at) => queueArn(partition, at, account, name),
      check: (baseline) => {
        checkPartition(named, queue, baseline);
        const { partition, homeRegion } = blueprintOf(baseline);
        const arn = queueArn(partition.id, region ?? options.region ?? homeRegion, account, name);
        checkIsToldNothing(arn, baseline, options["even-alerts"]);
      },
    });
  },
});
