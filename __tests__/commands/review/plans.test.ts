import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedByPlans } from "../../../commands/review/plans";
import { writePlanFolder } from "../../../terraform/plan-folder";
import { contents } from "../../terraform/plan-folder/contents";

const root = mkdtempSync(join(tmpdir(), "review-plans-"));
afterAll(() => rmSync(root, { recursive: true }));

/** What a review makes of plans that are all this JSON. */
function changes(json: object) {
  const folder = join(mkdtempSync(join(root, "case-")), "plans");
  const { stacks } = contents();
  writePlanFolder(folder, contents({ stacks: stacks.map((stack) => ({ ...stack, json: JSON.stringify(json) })) }));
  return changedByPlans(folder).changes;
}

test("a plan that changes nothing is no change", () => expect(changes({ format_version: "1.2" })).toEqual([]));

test.each([
  ["of a part", { format_version: "1.2", complete: false }, /a plan must be complete/],
  ["that failed", { format_version: "1.2", errored: true }, /a plan must be complete/],
  ["of another form", { format_version: "2.0" }, /must have format_version 1\.x/],
  ["that defers changes", { format_version: "1.2", deferred_changes: [{}] }, /none may be deferred, got 1/],
])("a plan %s is refused: what it does not hold would look like nothing", (_name, json, says) =>
  expect(() => changes(json)).toThrow(says),
);
