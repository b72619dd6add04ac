import { expect, test } from "vitest";
import { later, weekday } from "../../words/days";
import { MOST, seriesDays } from "./series";

const [MONDAY, TUESDAY, THURSDAY, SUNDAY] = [0, 1, 3, 6];

test("a series goes on across the end of a month and of a year", () => {
  const days = seriesDays({ from: "2026-12-22", weekdays: [TUESDAY, THURSDAY], count: 5 });
  expect(days).toEqual(["2026-12-22", "2026-12-24", "2026-12-29", "2026-12-31", "2027-01-05"]);
});

test.each([
  ["spring", "2027-03-07", "2027-03-28"],
  ["autumn", "2026-10-18", "2026-11-08"],
])("no Sunday is skipped or repeated when the clocks change in %s", (_, from, until) => {
  const days = seriesDays({ from, weekdays: [SUNDAY], until });
  expect(days).toHaveLength(4);
  expect(days.map(weekday)).toEqual([SUNDAY, SUNDAY, SUNDAY, SUNDAY]);
});

test("the last day counts, the day after it does not", () => {
  const weekly = { from: "2026-11-30", weekdays: [MONDAY] };
  expect(seriesDays({ ...weekly, until: "2026-12-07" })).toEqual(["2026-11-30", "2026-12-07"]);
  expect(seriesDays({ ...weekly, until: "2026-12-06" })).toEqual(["2026-11-30"]);
});

test("a leap day is a day", () => {
  expect(later("2028-02-28", 1)).toBe("2028-02-29");
  expect(later("2028-02-28", 2)).toBe("2028-03-01");
});

test("without a day of the week there is no series, and never an endless one", () => {
  expect(seriesDays({ from: "2026-11-24", weekdays: [] })).toEqual([]);
  expect(seriesDays({ from: "2026-11-24", weekdays: [TUESDAY] })).toHaveLength(MOST);
  expect(seriesDays({ from: "2026-11-24", weekdays: [TUESDAY], until: "2026-11-01" })).toEqual([]);
});
