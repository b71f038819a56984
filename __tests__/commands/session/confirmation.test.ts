import { PassThrough } from "node:stream";
import { isConfirmed } from "../../../commands/session/confirmation";

/** What becomes of the question where this is typed. */
async function typed(text: string): Promise<readonly [boolean, string]> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = isConfirmed("apply", "apply this", input, output);
  input.end(text);
  return [await answer, String(output.read())];
}

test.each([
  ["apply\n", true],
  [" apply \n", true],
  ["yes\n", false],
  ["\n", false],
  ["", false],
])("%j", async (text, expected) => {
  expect(await typed(text)).toEqual([expected, expect.stringContaining('Type "apply" to apply this: ')]);
});
