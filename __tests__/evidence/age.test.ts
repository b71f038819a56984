import { ageText, daysSince, isToCome } from "../../evidence/age";

const now = new Date("2028-03-01T09:00:00Z");

test("a leap day is a day, and a day is over when its last hour is", () => {
  expect(daysSince("2028-02-28", now)).toBe(2);
  expect(daysSince("2027-03-01", now)).toBe(366);
  expect(daysSince("2028-02-29T09:00:01Z", now)).toBe(0);
  expect(daysSince("2028-02-29T09:00:00Z", now)).toBe(1);
  expect(["2028-02-29T09:00:01Z", "2028-02-29T09:00:00Z", "2028-02-28"].map((at) => ageText(at, now))).toEqual([
    ...["today", "1 day ago", "2 days ago"],
  ]);
});

test("a clock that is ahead, and a day that has begun elsewhere, are no future; what is further is", () => {
  expect(["2028-03-01T09:00:01Z", "2028-03-02"].map((at) => isToCome(at, now))).toEqual([false, false]);
  expect(["2028-03-02T09:00:01Z", "2028-03-03", "2099-01-01"].map((at) => isToCome(at, now))).toEqual([
    ...[true, true, true],
  ]);
});
