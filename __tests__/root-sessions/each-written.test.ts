import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eachWritten, writeRecord, writeWhole } from "../../root-sessions/record-file";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "written-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a file that cannot be written takes no other with it, and every problem is one report", () => {
  const [report, page] = [join(folder, "report.json"), join(folder, "none", "page.html")];
  const other = join(folder, "neither", "page.html");
  const writes = [
    () => writeWhole(page, "<p>"),
    () => writeRecord(report, { read: 1 }),
    () => writeWhole(other, "<p>"),
  ];
  expect(() => eachWritten(writes)).toThrow(
    /none.page\.html must be a file that can be written, got .*\n.*neither.page\.html must be a file that can be written/,
  );
  expect(JSON.parse(readFileSync(report, "utf8"))).toEqual({ read: 1 });
});

test("what is no such problem is not swallowed", () => {
  expect(() =>
    eachWritten([
      () => {
        throw new TypeError("a bug");
      },
    ]),
  ).toThrow(TypeError);
});
