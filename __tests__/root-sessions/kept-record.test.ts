import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KeptRecord } from "../../root-sessions/kept-record";
import { SessionRefusal } from "../../root-sessions/refusal";

/** A record whose writing takes as long as it is, on a clock of its own. */
function kept() {
  const clock = { now: 0 };
  const written: number[] = [];
  const write = (_file: string, length: unknown) => {
    written.push(Number(length));
    clock.now += Number(length);
  };
  return { clock, written, record: new KeptRecord("record.json", write, () => clock.now) };
}

/** How long writing takes of the time in which so many things are told, one every 200 ms. */
function writing(things: number): { readonly share: number; readonly last: number | undefined } {
  const { clock, written, record } = kept();
  for (let told = 1; told <= things; told += 1) {
    record.tell(told);
    clock.now += 200;
  }
  record.flush();
  return { share: written.reduce((sum, took) => sum + took, 0) / clock.now, last: written.at(-1) };
}

test("what is small is written each time", () => {
  const { clock, written, record } = kept();
  for (let told = 1; told <= 10; told += 1) {
    record.tell(told);
    clock.now += 200;
  }
  expect(written).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test.each([100, 500, 5_000, 50_000])(
  "of %i things no more than a tenth of the time is writing, and the last is",
  (things) => {
    const { share, last } = writing(things);
    expect(share).toBeLessThan(0.11);
    expect(last).toBe(things);
  },
);

test("the first is written at once, what is written is not written again, and nothing told is nothing written", () => {
  const { written, record } = kept();
  record.flush();
  expect(written).toEqual([]);
  record.tell(5);
  record.flush();
  expect(written).toEqual([5]);
});

test("the file is whole, and one that cannot be written is told at the first word", () => {
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-kept-"));
  const file = join(folder, "record.json");
  const record = new KeptRecord(file);
  for (let told = 0; told < 50; told += 1) record.tell({ told });
  record.flush();
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ told: 49 });
  rmSync(folder, { recursive: true });
  expect(() => new KeptRecord(join(file, "below.json")).tell({})).toThrow(SessionRefusal);
});
