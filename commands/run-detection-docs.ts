import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { DETECTION_PAGES } from "./docs/detection-pages";

/** Writes the generated documents about detections; with --check it only compares, and ends with 1 where one is stale. */
const check = process.argv.includes("--check");
const stale = DETECTION_PAGES.filter(({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text());

for (const { path, text } of stale) {
  if (check) console.error(`${path} must be as the catalogue says: npm run docs:detections`);
  else {
    writeFileSync(path, text());
    console.log(`wrote ${path}`);
  }
}
process.exitCode = check && stale.length > 0 ? 1 : 0;
