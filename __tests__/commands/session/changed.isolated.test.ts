import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlanFolder } from "../../../terraform/plan-folder";
import { Workplace } from "./workplace";

const mockBefore = new Map<string, string>();
jest.mock("../../../terraform/synthesized-at", () => ({ synthesizedAt: () => Promise.resolve(mockBefore) }));

const STACKS = ["root-access", "audit-trail", "alarms", "guardrails", "threat-detection"];

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.end());
afterAll(() => Workplace.close());

const plan = (...args: readonly string[]) => place.run("plan", "--no-organization", "--changed=main", ...args);
const planned = () => readPlanFolder(join(place.folder, "plans")).stacks.map(({ name }) => name);

test("only stacks of which the commit synthesizes something else, or nothing, are planned", async () => {
  expect(await plan()).toMatchObject({ code: 0 });
  expect(planned()).toEqual(STACKS);
  for (const name of STACKS)
    mockBefore.set(name, readFileSync(join(place.folder, "cdktf.out", "stacks", name, "cdk.tf.json"), "utf8"));
  mockBefore.set("alarms", "{}");
  expect(await plan()).toMatchObject({ code: 0 });
  expect(planned()).toEqual(["alarms"]);
  // What that commit synthesizes lies beside the plan, as far as a review reads it.
  const { manifest, stacks } = readPlanFolder(join(place.folder, "plans"));
  expect([manifest.base, stacks[0]?.base]).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    expect.stringContaining('"resource": {}'),
  ]);
  const { code, out } = await plan("guardrails");
  expect([code, out]).toEqual([0, expect.stringMatching(/^No stack is another than in that commit\./)]);
  expect(planned()).toEqual([]);
  // There is a folder all the same, and nothing in it to apply.
  expect(await place.run("apply", "--yes")).toMatchObject({ code: 0 });
});
