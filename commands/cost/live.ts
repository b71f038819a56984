import type { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import type { VolumeId } from "../../catalogue/cost/volumes";
import { blueprintOf, type Baseline } from "../../config";
import { listAccounts } from "../../organization/tree/accounts";
import type { Clients } from "../../organization/clients/clients";
import { checkOrganization } from "../../organization/clients/identity";
import { logGroupNamed } from "../../organization/services/log-group";
import { metricSums, totalOf } from "../../organization/services/metric-sums";
import type { Known } from "./volumes";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The month that is read, in days that are over. */
const DAYS = 30;

/** What was read, and what could not be. */
export interface LiveVolumes {
  readonly volumes: Readonly<Partial<Record<VolumeId, Known>>>;
  readonly unread: readonly string[];
}

/** What a log group took in within the month. Undefined where CloudWatch has no data of each of its days. */
async function takenIn(
  cloudWatch: CloudWatchClient,
  name: "IncomingLogEvents" | "IncomingBytes",
  logGroup: string,
): Promise<number | undefined> {
  const end = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const metric = { namespace: "AWS/Logs", name, dimensions: { LogGroupName: logGroup } };
  const days = { from: new Date(end - DAYS * DAY_MS), to: new Date(end), period: DAY_MS / 1_000 };
  const sums = await metricSums(cloudWatch, metric, days);
  return sums.length < DAYS ? undefined : totalOf(sums);
}

const read = (value: number): Known => ({ value, by: "read" });

/**
 * The volumes that the live organization tells: its active accounts, and the events in the trail's log group over the
 * last 30 days that are over. Data events that the trail records are among them. Throws where other credentials answer.
 */
export async function liveVolumes(clients: Clients, baseline: Baseline): Promise<LiveVolumes> {
  await checkOrganization(clients, baseline);
  const { accounts, names } = blueprintOf(baseline);
  const at = clients.at(accounts.management.id);
  const listed = await listAccounts(at.organizations());
  const active = { accounts: read(listed.filter(({ status }) => status === "ACTIVE").length) };
  const logGroup = names.trailLogGroup;
  if ((await logGroupNamed(at.logs(), logGroup)) === undefined)
    return { volumes: active, unread: [`events: there is no log group ${logGroup} yet`] };
  const [events, bytes] = [
    await takenIn(at.cloudWatch(), "IncomingLogEvents", logGroup),
    await takenIn(at.cloudWatch(), "IncomingBytes", logGroup),
  ];
  if (events === undefined || bytes === undefined || events === 0)
    return { volumes: active, unread: [`events: CloudWatch has not yet ${DAYS} whole days of ${logGroup}`] };
  const perEvent = Math.round(bytes / events);
  return { volumes: { ...active, "management-events": read(events), "event-bytes": read(perEvent) }, unread: [] };
}
