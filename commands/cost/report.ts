import type { VolumeId } from "../../catalogue/cost/volumes";
import { table } from "../output/table";
import { wrapText } from "../output/wrap";
import type { Estimate, Line } from "./estimate";
import type { Volumes } from "./volumes";

const WIDTH = 80;

/** Region of the prices. */
export const PRICED_REGION = "us-east-1";

const number = (value: number, digits = 0): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

const dollars = (value: number): string => (value > 0 && value < 0.005 ? "< $0.01" : `$${number(value, 2)}`);

/** Small amounts keep what they are: 0.15 GB is not nothing. Of millions, the tenth is enough. */
const amount = (value: number): string =>
  value >= 1e7 ? `${number(value / 1e6, 1)}M` : number(value, value < 10 && !Number.isInteger(value) ? 2 : 0);

const short = (units: number): string =>
  units >= 1_000_000 ? `${units / 1_000_000}M ` : units >= 1_000 ? `${units / 1_000}k ` : "";

/** In three places where two hide a part of it. */
const exact = (value: number): string => number(value, Number.isInteger(value * 100) ? 2 : 3);

const unitPrice = ({ price: { dollars: each, per, units, isConfirmed } }: Line): string =>
  `$${exact(each)}/${short(per)}${per === 1 ? units.replace(/s$/, "") : units}${isConfirmed ? "" : "*"}`;

const row = (line: Line): readonly string[] => [
  `${line.service} ${line.says}`,
  line.quantity === undefined ? "by use" : amount(line.quantity),
  unitPrice(line),
  line.dollars === undefined ? "?" : dollars(line.dollars),
];

function dependsOn(ids: readonly VolumeId[], volumes: Volumes): readonly string[] {
  const rows = ids.map((id) => [`  ${id}`, number(volumes[id]?.value ?? 0), volumes[id]?.by ?? ""]);
  return ["It counts with (--volume <name>=<number> for another; --help explains each):", table(rows)];
}

function notCounted(lines: readonly Line[]): readonly string[] {
  const open = lines.filter(({ quantity }) => quantity === undefined);
  if (open.length === 0) return [];
  const needs = [...new Set(open.flatMap((line) => line.needs))];
  return ["", ...wrapText(`Not in the sum is what goes by use: say --volume ${needs.join(", ")}.`, WIDTH)];
}

const asterisk = (lines: readonly Line[]): readonly string[] => {
  const dates = lines.filter(({ price }) => !price.isConfirmed).map(({ price }) => price.asOf);
  if (dates.length === 0) return [];
  const oldest = [...dates].sort()[0] ?? "";
  const text = `* read in ${oldest} or later where others quote AWS, not in its own price list: look it up before you rely on it. --json has the page and the month of each price.`;
  return ["", ...wrapText(text, WIDTH)];
};

/** The bill of a month, for people. */
export function costText(
  { lines, dollars: sum, volumes: asked, unpriced }: Estimate,
  volumes: Volumes,
  region: string,
) {
  const where = region === PRICED_REGION ? "" : ` The home Region is ${region}: its prices differ.`;
  const about = `List prices of ${PRICED_REGION}, in the first tier, without what is free each month, discounts and taxes; storage as it is once the oldest is deleted. What stands already and is only used, such as a trail, is not counted.${where}`;
  const unknown = unpriced.map((each) => `no price is known here of ${each}: it is not in the sum`);
  return [
    table([["item", "a month", "list price", "dollars"], ...lines.map(row)]),
    "",
    `${dollars(sum)} a month.`,
    "",
    ...wrapText(about, WIDTH),
    ...(unknown.length > 0 ? ["", ...unknown] : []),
    ...notCounted(lines),
    "",
    ...dependsOn(asked, volumes),
    ...asterisk(lines),
  ].join("\n");
}
