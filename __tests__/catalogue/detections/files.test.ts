import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DETECTION_IDS } from "../../../catalogue/detections";

const files = readdirSync(join(__dirname, "..", "..", "..", "catalogue", "detections"));

test("every detection has a file of its name, and every file is in the registry", () => {
  const entries = files
    .filter((file) => !/^(index|sample-.*)\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ""));
  expect([...entries].sort()).toEqual([...DETECTION_IDS].sort());
});
