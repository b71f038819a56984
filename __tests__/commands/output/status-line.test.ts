import { StatusLine } from "../../../commands/output/status-line";
import { table } from "../../../commands/output/table";
import { wrapText } from "../../../commands/output/wrap";

const screen = (isTTY: boolean, columns?: number) => {
  const written: string[] = [];
  return { isTTY, ...(columns === undefined ? {} : { columns }), written, write: (text: string) => written.push(text) };
};

const before = process.env.TERM;
beforeEach(() => (process.env.TERM = "xterm"));
afterEach(() => {
  if (before === undefined) delete process.env.TERM;
  else process.env.TERM = before;
});

test("a status is one line of the terminal's width, drawn again and cleared", () => {
  const terminal = screen(true, 10);
  const status = new StatusLine(terminal);
  status.show("1 event");
  status.show("2 events, a.json");
  status.clear();
  status.clear();
  expect(terminal.written).toEqual(["\r\u001b[2K1 event", "\r\u001b[2K2 events,", "\r\u001b[2K"]);
});

test("a status is silent in a log, and not drawn more often than is asked", () => {
  const [log, terminal] = [screen(false), screen(true)];
  new StatusLine(log).show("1 event");
  const status = new StatusLine(terminal, 60_000);
  status.show("1 event");
  status.show("2 events");
  expect([log.written, terminal.written]).toEqual([[], ["\r\u001b[2K1 event"]]);
});

test("a table has columns as wide as their widest cell, and no blanks at the ends of lines", () => {
  expect(
    table([
      ["a", "head"],
      ["longer", ""],
    ]),
  ).toBe("a       head\nlonger");
});

test("a text is wrapped between words, and a long word stands alone", () => {
  expect(wrapText("one two averylongword three", 8)).toEqual(["one two", "averylongword", "three"]);
});
