import { VOLUME_IDS, VOLUMES, type Volume, type VolumeId } from "../../catalogue/cost/volumes";
import { loadConfig, type Baseline } from "../../config";
import { CHECKOUT } from "../../terraform/stack-commands";
import { synthesizedHere } from "../../terraform/synthesized-at";
import { command } from "../contract/command";
import { printJson } from "../output/json";
import { withRolesOf } from "../session/reached-roles";
import { estimateOf, type Estimate } from "./estimate";
import { costText, PRICED_REGION } from "./report";
import { Resources } from "./resources";
import type { LiveVolumes } from "./live";
import { volumesOf, type Volumes } from "./volumes";

/** Loaded only when asked for: the SDK takes a second. */
const reader = async () => ({
  ...(await import("../../organization/clients/clients.ts")),
  ...(await import("./live.ts")),
});

async function readVolumes(baseline: Baseline): Promise<LiveVolumes> {
  const { Clients, liveVolumes } = await reader();
  return liveVolumes(new Clients(withRolesOf(process.env, baseline)), baseline);
}

/** A volume, for the help. */
function told(id: VolumeId): string {
  const { says, assumed, isPerAccount }: Volume = VOLUMES[id];
  const otherwise = assumed === undefined ? "none" : `${assumed}${isPerAccount === true ? " for each account" : ""}`;
  return `${id}: ${says} (default: ${otherwise}).`;
}

const asJson = ({ lines, dollars, volumes: asked, unpriced }: Estimate, volumes: Volumes, homeRegion: string) => ({
  currency: "USD",
  pricesOf: PRICED_REGION,
  homeRegion,
  dollars,
  items: lines.map(({ price, quantity, dollars: each, ...line }) => ({
    ...line,
    quantity: quantity ?? null,
    dollars: each ?? null,
    price,
  })),
  volumes: Object.fromEntries(asked.map((id) => [id, volumes[id]])),
  unpriced,
});

const NOTHING_READ: LiveVolumes = { volumes: {}, unread: [] };

export const cost = command({
  name: "cost",
  summary: "what the configuration costs a month, item by item, before it is applied",
  about: [
    "Synthesizes the stacks and prices every resource in them at AWS's list prices. What goes by use is counted with volumes of a month: yours, where you give them, else the assumptions that are named below the table. Asks AWS nothing, but with --live: how many accounts are active, and how many events came into the trail's log group in the last 30 days, with credentials of the management account.",
    `Volumes: ${VOLUME_IDS.map(told).join(" ")}`,
    "npm run baseline -- cost --volume accounts=120 --volume management-events=40000000",
  ],
  options: {
    volume: {
      takes: "many",
      value: "<name=number>",
      says: "how much there is of something in a month; may be repeated",
    },
    live: {
      takes: "nothing",
      says: "read accounts and events from the live organization; what --volume gives goes before",
    },
    json: { takes: "nothing", says: "the answer for machines, with the source and month of each price" },
  },
  exitCodes: {
    0: "every resource has its price",
    1: "a mistake in what was asked or configured, or a failure",
    2: "a resource has no price here: it is named, and not in the sum",
  },
  run: async ({ options }) => {
    volumesOf(options.volume);
    const baseline = loadConfig();
    const { homeRegion } = baseline;
    const live = options.live ? await readVolumes(baseline) : NOTHING_READ;
    const volumes = volumesOf(options.volume, live.volumes);
    const estimate = estimateOf(Resources.of(await synthesizedHere(process.env, CHECKOUT)), volumes);
    live.unread.forEach((each) => console.error(`not read: ${each}`));
    if (options.json) printJson({ ...asJson(estimate, volumes, homeRegion), unread: live.unread });
    else console.log(costText(estimate, volumes, homeRegion));
    return estimate.unpriced.length > 0 ? 2 : 0;
  },
});
