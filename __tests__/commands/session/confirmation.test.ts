import { PassThrough } from "node:stream";
import { confirmation } from "../../../commands/session/confirmation";

/** What becomes of the question where this is typed. */
async function typed(text: string): Promise<readonly [boolean | undefined, string]> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = confirmation("apply", "apply this", { input, output });
  input.end(text);
  return [await answer, String(output.read())];
}

test.each([
  ["apply\n", true],
  [" apply \n", true],
  ["yes\n", false],
  ["\n", false],
  ["", undefined],
])("%j", async (text, expected) => {
  expect(await typed(text)).toEqual([expected, expect.stringContaining('Type "apply" to apply this: ')]);
});

test("a signal ends the question", async () => {
  const stop = new AbortController();
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = confirmation("apply", "apply this", { input, output, signal: stop.signal });
  stop.abort();
  expect(await answer).toBeUndefined();
});
