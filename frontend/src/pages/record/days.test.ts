import { expect, test } from "vitest";
import { daysOf, plus, startOf, today } from "./days";

test("weeks begin on Monday, months on the first", () => {
  const tuesday = "2026-11-24";
  expect(daysOf("thisWeek", tuesday)).toEqual({ since: "2026-11-23", until: "2026-11-29" });
  expect(daysOf("lastWeek", tuesday)).toEqual({ since: "2026-11-16", until: "2026-11-22" });
  expect(daysOf("thisMonth", tuesday)).toEqual({ since: "2026-11-01", until: "2026-11-30" });
  expect(daysOf("thisWeek", "2026-11-29")).toEqual({ since: "2026-11-23", until: "2026-11-29" });
  expect(daysOf("all", tuesday)).toEqual({});
});

test("today is the clinic's day, not the reader's", () => {
  const late = Date.parse("2026-11-25T04:00:00Z");
  expect(today("America/Phoenix", late)).toBe("2026-11-24");
  expect(today("Europe/Madrid", late)).toBe("2026-11-25");
});

test("a day begins at the clinic's midnight, also when clocks change", () => {
  expect(startOf("2026-11-24", "America/Phoenix")).toBe("2026-11-24T07:00:00.000Z");
  expect(startOf("2026-11-01", "America/Chicago")).toBe("2026-11-01T05:00:00.000Z");
  expect(startOf("2026-11-02", "America/Chicago")).toBe("2026-11-02T06:00:00.000Z");
  expect(plus("2026-12-31", 1)).toBe("2027-01-01");
});
