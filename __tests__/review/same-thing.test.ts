import { afterOf } from "../../review/model/same-thing";
import type { Change, Thing } from "../../review/model/thing";
import { Draft, plansFrom } from "./draft";

const shipped = new Draft();

test("of what is deployed nothing that goes passes for another thing that stays", () => {
  const input = plansFrom(shipped, shipped);
  const gone = (before: Thing): Change => ({
    ...{ stack: before.stack, address: before.address, type: before.type, action: "delete", before, after: undefined },
    ...{ previousAddress: undefined, isImport: false },
  });
  const taken = input.after.things.filter((thing) => ![thing, undefined].includes(afterOf(gone(thing), input)));
  expect(input.after.things.length).toBeGreaterThan(400);
  expect(taken.map(({ address }) => address)).toEqual([]);
});
