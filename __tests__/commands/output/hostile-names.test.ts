import { line } from "../../../commands/protection/lines";
import { hanging, indented } from "../../../commands/output/indented";
import { table } from "../../../commands/output/table";

/** Clears a terminal, breaks the line, turns the direction of writing. Names of units and policies may hold it. */
const HOSTILE = "ou\u001b[2J\nall is well\u202e";
const SHOWN = "ou\\u001b[2J\\u000aall is well\\u202e";

test("a terminal acts on no name, and a name is on the line that is about it", () => {
  expect(indented(HOSTILE, 2)).toEqual([`  ${SHOWN}`]);
  expect(hanging(HOSTILE)).toEqual([SHOWN]);
  expect(line("unit", HOSTILE)).toContain(SHOWN);
  expect(
    table([
      ["unit", "root"],
      [HOSTILE, "denied"],
    ]).split("\n"),
  ).toEqual([`unit${" ".repeat(SHOWN.length - 4)}  root`, `${SHOWN}  denied`]);
});
