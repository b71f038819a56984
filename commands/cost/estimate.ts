import { FREE_RESOURCES } from "../../catalogue/cost/free-resources";
import { PRICES, priceOf, type Price } from "../../catalogue/cost/prices";
import type { VolumeId } from "../../catalogue/cost/volumes";
import { CLOUDWATCH } from "./cloudwatch";
import type { Item } from "./item";
import { MESSAGES, unpricedProtocols } from "./messages";
import type { Resources } from "./resources";
import { THREATS } from "./threats";
import { TRAIL } from "./trail";
import type { Volumes } from "./volumes";

/** Every item, in the order of the table. */
export const ITEMS: readonly Item[] = [...CLOUDWATCH, ...TRAIL, ...THREATS, ...MESSAGES];

/** What one item comes to. */
export interface Line {
  readonly service: string;
  readonly says: string;
  readonly price: Price;
  /** Undefined where it goes by use, and nobody says how much. */
  readonly quantity: number | undefined;
  readonly dollars: number | undefined;
  /** Volumes that would be needed, where there is no quantity. */
  readonly needs: readonly VolumeId[];
}

export interface Estimate {
  readonly lines: readonly Line[];
  /** Of the lines that have a quantity. */
  readonly dollars: number;
  /** Volumes on which the lines depend. */
  readonly volumes: readonly VolumeId[];
  /** Types of resources, and protocols, for which no price is known here. */
  readonly unpriced: readonly string[];
}

const priced = new Set(ITEMS.flatMap(({ types }) => types));

/** What is synthesized and has neither an item nor a place among what is free. */
const unpricedIn = (resources: Resources): readonly string[] => [
  ...resources.types().filter((type) => !priced.has(type) && !FREE_RESOURCES.includes(type)),
  ...unpricedProtocols(resources).map((protocol) => `aws_sns_topic_subscription (${protocol})`),
];

/** What a month costs, item by item. */
export function estimateOf(resources: Resources, volumes: Volumes): Estimate {
  const asked = new Set<VolumeId>();
  const lines = ITEMS.flatMap((item): readonly Line[] => {
    const [known, missing] = [new Set<VolumeId>(), new Set<VolumeId>()];
    const quantity = item.quantity(resources, (id) => {
      (volumes[id] === undefined ? missing : known).add(id);
      return volumes[id]?.value;
    });
    if (quantity === undefined) return [];
    known.forEach((id) => asked.add(id));
    const { service, says } = item;
    const line = { service, says, price: PRICES[item.price] };
    return [
      quantity === "by use"
        ? { ...line, quantity: undefined, dollars: undefined, needs: [...missing] }
        : { ...line, quantity, dollars: priceOf(item.price, quantity), needs: [] },
    ];
  });
  const dollars = lines.reduce((sum, line) => sum + (line.dollars ?? 0), 0);
  return { lines, dollars, volumes: [...asked], unpriced: unpricedIn(resources) };
}
