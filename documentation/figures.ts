import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DETECTION_SETS, type DetectionSet } from "../catalogue/alerts/detection-sets";
import { chosenFrom, DETECTIONS } from "../catalogue/detections/index";
import { GUARDRAILS } from "../catalogue/guardrails/index";
import { priceOf } from "../catalogue/cost/prices";
import { withMarked } from "./marked";

const ROOT = join(__dirname, "..");

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Every address of the shipped example, by stack, as the tests keep them; variables and outputs left out. */
const shippedAddresses = (): Readonly<Record<string, readonly string[]>> => {
  const golden = JSON.parse(read("__tests__/stacks/addresses.golden.json")) as Readonly<
    Record<string, Readonly<Record<string, readonly string[]>>>
  >;
  const stacks = Object.entries(golden["existing-organization"] ?? {});
  return Object.fromEntries(
    stacks.map(([stack, addresses]) => [stack, addresses.filter((each) => !/^(var|output)\./.test(each))]),
  );
};

/** How many resources of a type the shipped example has. */
const shipped = (type: string): readonly string[] =>
  Object.values(shippedAddresses())
    .flat()
    .filter((address) => address.startsWith(`${type}.`));

const alarms = () => shipped("aws_cloudwatch_metric_alarm").length;
const keys = () => shipped("aws_kms_key").length;

/** Metrics of our own: filters of one detection count into one. */
const metrics = () => shipped("aws_cloudwatch_log_metric_filter").filter((address) => !/-\d+$/.test(address)).length;

const sets = (Object.keys(DETECTION_SETS) as DetectionSet[]).map(
  (set) => [`detections-${set}`, () => chosenFrom([set]).length] as const,
);

/** The figures that documents name, each worked out from the code. */
const FIGURES: Readonly<Record<string, () => number>> = {
  guardrails: () => GUARDRAILS.length,
  detections: () => DETECTIONS.length,
  ...Object.fromEntries(sets),
  stacks: () => Object.keys(shippedAddresses()).length,
  resources: () => Object.values(shippedAddresses()).flat().length,
  alarms,
  metrics,
  keys,
  "monthly-dollars": () =>
    Math.round(priceOf("alarm", alarms()) + priceOf("metric", metrics()) + priceOf("key", keys())),
};

/** Documents that are written by hand, but for their figures. */
export const FIGURED: readonly string[] = ["README.md", "docs/architecture.md"];

/**
 * The document with every figure as the code has it. A figure stands between two comments:
 * `<!-- figure guardrails -->` and `<!-- /figure -->`. Throws where a document names one that is not known.
 */
export function withFigures(path: string): string {
  const document = read(path);
  const names = new Set(Array.from(document.matchAll(/<!-- figure ([^ ]+) -->/g), ([, name = ""]) => name));
  return [...names].reduce((text, name) => {
    const figure = FIGURES[name];
    if (figure === undefined)
      throw new Error(`a figure of ${path} must be one of ${Object.keys(FIGURES).join(", ")}, got ${name}`);
    const marks = { where: path, opening: `<!-- figure ${name} -->`, closing: "<!-- /figure -->" };
    return withMarked(text, marks, String(figure()));
  }, document);
}
