import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { setTimeout } from "node:timers/promises";
import type { Blueprint } from "../config";
import type { Clients } from "../organization/clients/clients";
import { isUnread } from "../organization/clients/reading";
import { judge, type PathSeen } from "./judge";
import { make, type Made } from "./make";
import { observe, observeAlarms, observeTopics } from "./observe";
import { callsOf, pathsOf, untriedOf } from "./paths";
import { observeQueues, type Queues } from "./queues";
import { PROOF_VERSION, type ProofRecord } from "./record";

/** Metrics of EventBridge and SNS come by the minute. */
const MINUTE_MS = 60_000;

/** Between two looks, in milliseconds. */
const LOOK_MS = 15_000;

export interface Proving {
  readonly clients: Clients;
  readonly blueprint: Blueprint;
  /** For so long a call is waited for. */
  readonly minutes: number;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Is handed the record after the calls and after each look, to be kept. */
  readonly tell: (soFar: ProofRecord) => void;
}

const callText = ({ call, at, requestId, notMade }: Made): ProofRecord["calls"][number] => ({
  action: call.harmless.action,
  account: call.accountId,
  region: call.region,
  at,
  requestId: requestId ?? null,
  notMade: notMade ?? null,
});

type QueueRow = ProofRecord["queues"][number];

const countsOf = (reading: NonNullable<ReturnType<Queues["get"]>>): QueueRow["after"] =>
  isUnread(reading) ? { at: reading.at, unread: reading.unread } : { at: reading.at, ...reading.value };

const queueRows = (before: Queues, after: Queues): QueueRow[] =>
  [...after].map(([queue, reading]) => {
    const was = before.get(queue);
    return { queue, before: was === undefined ? null : countsOf(was), after: countsOf(reading) };
  });

/** Until the next look, or until somebody wants it to end. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);

/** Makes each harmless call once, from the next full minute on, and looks until each was seen on every part of its paths, or the time is over. */
export async function prove({ clients, blueprint, minutes, signal, tell }: Proving): Promise<ProofRecord> {
  const { baseline, accounts } = blueprint;
  const paths = pathsOf(blueprint);
  // What somebody else did before, in the same minute, is not to be taken for ours.
  await pause(MINUTE_MS - (Date.now() % MINUTE_MS), signal);
  const begun = new Date();
  const observing = { clients, blueprint, paths, since: begun };
  const { Arn = "unknown" } = await clients.at(accounts.management.id).sts().send(new GetCallerIdentityCommand({}));
  const before = await observeAlarms(observing);
  const queuesBefore = await observeQueues(observing, await observeTopics(observing));
  const made: Made[] = [];
  for (const call of callsOf(blueprint)) if (!signal.aborted) made.push(await make(clients, blueprint, call));
  const recordOf = (seen: readonly PathSeen[], queues: Queues, ended: Date | null): ProofRecord => ({
    version: PROOF_VERSION,
    organization: baseline.organization.id,
    managementAccount: accounts.management.id,
    caller: Arn,
    begun: begun.toISOString(),
    ended: ended === null ? null : ended.toISOString(),
    minutes,
    calls: made.map(callText),
    paths: seen.map(({ steps, ...path }) => ({ ...path, steps: [...steps] })),
    queues: queueRows(queuesBefore, queues),
    untried: [...untriedOf(blueprint)],
  });
  const deadline = Date.now() + minutes * MINUTE_MS;
  for (;;) {
    const facts = await observe(observing, made);
    const queues = await observeQueues(observing, facts.topics);
    const seen = judge(paths, { blueprint, made, before, facts });
    // What was never called does not arrive.
    const isNothingDue = made.every(({ requestId }) => requestId === undefined);
    const isOver = isNothingDue || seen.every(({ proven }) => proven) || Date.now() >= deadline;
    const record = recordOf(seen, queues, isOver ? new Date() : null);
    tell(record);
    if (isOver || signal.aborted) return record;
    await pause(Math.min(LOOK_MS, Math.max(deadline - Date.now(), 0)), signal);
  }
}
