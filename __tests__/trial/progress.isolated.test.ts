import { Progress } from "../../trial/progress";
import { RecordedScreen } from "./screen";

const terminal = process.env.TERM;

beforeEach(() => {
  process.env.TERM = "xterm";
  jest.useFakeTimers();
});
afterEach(() => {
  if (terminal === undefined) delete process.env.TERM;
  else process.env.TERM = terminal;
  jest.useRealTimers();
});

const CLEAR = "\r\u001b[2K";
const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

test("without a terminal: plain lines at the start, every ten seconds and at the end", async () => {
  const screen = new RecordedScreen();
  const step = new Progress(screen).step(
    "cdktf deploy",
    async (report) => {
      report("3 of 9 resources");
      await after(24_000);
      return 9;
    },
    (count) => `${count} resources`,
  );
  await jest.advanceTimersByTimeAsync(24_000);
  await step;
  expect(screen.text).toBe(
    [
      "  ...  cdktf deploy",
      "       cdktf deploy (10 s): 3 of 9 resources",
      "       cdktf deploy (20 s): 3 of 9 resources",
      "  ok   cdktf deploy: 9 resources (24 s)",
      "",
    ].join("\n"),
  );
});

test("on a terminal: one line that is redrawn, never wider than the terminal, and one that remains", async () => {
  const screen = new RecordedScreen(true, 40);
  const step = new Progress(screen).step(
    "cdktf diff",
    async (report) => {
      report("0 of 5 stacks, at threat-detection in every Region");
      await after(1_000);
    },
    () => "done",
  );
  await jest.advanceTimersByTimeAsync(1_000);
  await step;
  expect(screen.writes).toEqual([
    `${CLEAR}       cdktf diff (0 s)`,
    `${CLEAR}       cdktf diff (1 s): 0 of 5 stacks,`,
    `${CLEAR}  ok   cdktf diff: done (1 s)\n`,
  ]);
});

test("a step that fails says so, and the error goes on", async () => {
  const screen = new RecordedScreen();
  const failing = new Progress(screen).step("synthesize", () => Promise.reject(new Error("no")), String);
  await expect(failing).rejects.toThrow("no");
  expect(screen.text).toBe("  ...  synthesize\nFAILED synthesize (0 s)\n");
  expect(jest.getTimerCount()).toBe(0);
});

test("after a stop nothing more is told of the step that runs", async () => {
  const screen = new RecordedScreen();
  const progress = new Progress(screen);
  const step = progress.step(
    "cdktf deploy",
    () => after(30_000),
    () => "done",
  );
  progress.stop();
  await jest.advanceTimersByTimeAsync(30_000);
  await step;
  expect(screen.text).toBe("  ...  cdktf deploy\n");
});

test("a stop in the middle of a step leaves its line, one between steps leaves none", async () => {
  const screen = new RecordedScreen(true);
  const progress = new Progress(screen);
  await progress.step(
    "synthesize",
    () => Promise.resolve(),
    () => "done",
  );
  progress.stop();
  expect(screen.writes.at(-1)).toBe(`${CLEAR}  ok   synthesize: done (0 s)\n`);
});

test("a terminal that does not know its width counts as 80 columns", async () => {
  const screen = new RecordedScreen(true, 0);
  await new Progress(screen).step(
    "synthesize",
    () => Promise.resolve(),
    () => "done",
  );
  expect(screen.writes[0]).toBe(`${CLEAR}       synthesize (0 s)`);
});
