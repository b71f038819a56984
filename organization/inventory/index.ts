import { ListBucketsCommand } from "@aws-sdk/client-s3";
import { blueprintOf, type Baseline } from "../../config";
import type { Clients } from "../clients/clients";
import { checkOrganization } from "../clients/identity";
import { organizationThings, roles } from "./global";
import { regionalThings, type Found } from "./regional";
import { schedules } from "./schedules";
import type { Inventory } from "./thing";

export { alreadyThere, type Comparison } from "./already-there";
export type { Inventory, LiveThing, PlannedThing } from "./thing";

/** Accounts and Regions in which a baseline creates something Regional. */
function regionalPlaces(baseline: Baseline): readonly (readonly [account: string, region: string])[] {
  const { accounts, homeRegion, partition, detectedRegions } = blueprintOf(baseline);
  const places = [
    ...[homeRegion, partition.globalRegion, ...detectedRegions].map((region) => [accounts.management.id, region]),
    ...[homeRegion, ...detectedRegions].map((region) => [accounts.security.id, region]),
    [accounts.logArchive.id, homeRegion],
  ] as const;
  return [
    ...new Map(
      places.map(([account = "", region = ""]) => [`${account} ${region}`, [account, region] as const]),
    ).values(),
  ];
}

/** Buckets are listed for the whole account; those of other accounts cannot be seen. They stand for the home Region. */
async function buckets(clients: Clients, account: string): Promise<Found> {
  const { Buckets = [] } = await clients.at(account).s3().send(new ListBucketsCommand({}));
  return Buckets.map(({ Name = "" }) => ["aws_s3_bucket", Name, Name] as const);
}

/** What exists of all that the baseline creates, account by account and Region by Region. Changes nothing. */
export async function readInventory(clients: Clients, baseline: Baseline): Promise<Inventory> {
  await checkOrganization(clients, baseline);
  const blueprint = blueprintOf(baseline);
  const { accounts, homeRegion, names } = blueprint;
  const management = accounts.management.id;
  const of = (account: string, region: string | undefined, found: Found): Inventory =>
    found.map(([type, identity, importId]) => ({ type, account, region, identity, importId }));
  const read = await Promise.all([
    ...regionalPlaces(baseline).map(async ([account, region]) =>
      of(
        account,
        region,
        await regionalThings(clients.at(account, region), { account, region, isManagement: account === management }),
      ),
    ),
    ...accounts.ids.map(async (id) => of(id, undefined, await roles(clients.at(id), names.entry("")))),
    buckets(clients, accounts.logArchive.id).then((found) => of(accounts.logArchive.id, homeRegion, found)),
    schedules(clients.at(management)).then((found) => of(management, homeRegion, found)),
    organizationThings(clients.at(management), blueprint).then((found) => of(management, undefined, found)),
  ]);
  return read.flat();
}
