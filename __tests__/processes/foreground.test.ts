import { inForeground } from "../../processes/foreground";

const env = { PATH: process.env.PATH ?? "" };

test.each([
  ["exit 0", 0],
  ["exit 7", 7],
  ["kill -TERM $$", 143],
  ['test "$(env | grep -c ^SECRET=)" = 0', 0],
])("%s gives %i", async (script, code) => {
  process.env.SECRET = "x";
  expect(await inForeground("sh", ["-c", script], env)).toBe(code);
  delete process.env.SECRET;
});

test("a program that cannot be started gives 127, and no handler stays", async () => {
  const before = process.listenerCount("SIGTERM");
  expect(await inForeground("/nowhere/program", [], env)).toBe(127);
  expect(process.listenerCount("SIGTERM")).toBe(before);
});

test("a signal to us alone reaches the program", async () => {
  const ended = inForeground("sh", ["-c", "trap 'exit 5' TERM; while :; do sleep 0.1; done"], env);
  await new Promise((resolve) => setTimeout(resolve, 500));
  process.emit("SIGTERM");
  expect(await ended).toBe(5);
});
