import { rmSync } from "node:fs";
import { handedOver } from "./requirements";

/** Runs once after the end-to-end tests: leaves nothing in the temporary folder, and says again what did not run. */
export default function teardown(): void {
  const found = handedOver();
  if (found !== undefined) rmSync(found.folder, { recursive: true, force: true });
  else process.stderr.write("\nTHE END-TO-END TESTS DID NOT RUN: see the banner above.\n");
}
