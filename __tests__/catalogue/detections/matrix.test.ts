import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Event } from "../../../catalogue/detection";
import { DETECTIONS } from "../../../catalogue/detections";
import { judgeOf } from "../../../catalogue/alerts/detection-judge";
import { proofPath } from "./proof-path";

/**
 * Who fires on whose events: every entry's events against every entry. An overlap is meant, and stands in the file, or
 * it is a mistake. After a change that is meant: npm run generate, and read the difference.
 */
const FILE = join(__dirname, "matrix.golden.json");

const judges = DETECTIONS.map((detection) => ({ id: detection.id, judge: judgeOf(proofPath(detection)) }));

/** Ids that fire, in the order of the catalogue; one that fires under one reading only is marked. */
const whoFires = (event: Event): readonly string[] =>
  judges.flatMap(({ id, judge }) => {
    const fired = judge(event);
    if (fired.every((one) => one)) return [id];
    return fired.some((one) => one) ? [`${id} under one reading only`] : [];
  });

const matrix = Object.fromEntries(
  DETECTIONS.map(({ id, fires, ignores }) => [id, { fires: fires.map(whoFires), ignores: ignores.map(whoFires) }]),
);

if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(FILE, `${JSON.stringify(matrix, null, 1)}\n`);

test("who fires on whose events is what was written down", () => {
  expect(matrix).toEqual(JSON.parse(readFileSync(FILE, "utf8")));
});

test("no detection of ours depends on the reading of an absent field", () => {
  const ours = new Set<string>(DETECTIONS.filter(({ set }) => set !== "cis").map(({ id }) => id));
  const open = Object.values(matrix).flatMap(({ fires, ignores }) => [...fires, ...ignores].flat());
  expect(open.filter((entry) => entry.endsWith("only") && ours.has(entry.split(" ")[0] ?? ""))).toEqual([]);
});
