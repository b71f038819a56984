import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DETECTION_IDS } from "../../catalogue/detections";
import { GUARDRAIL_IDS } from "../../catalogue/guardrails";

/** What stands beside the entries of a register: the register itself, and the words of the proofs. */
const BESIDE = /^(index|vocabulary|cast|sample-.*)\.ts$/;

test.each([
  ["detections", DETECTION_IDS],
  ["guardrails", GUARDRAIL_IDS],
] as const)("each of the %s is a file of its name, and every file is in the register", (folder, ids) => {
  const files = readdirSync(join(__dirname, "..", "..", "catalogue", folder)).filter((file) => !BESIDE.test(file));
  expect(files.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual([...ids].sort());
});
