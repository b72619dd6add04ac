import { expect, test } from "vitest";
import { isDay, later } from "./days";

test("what stands in an address is a day, or none", () => {
  for (const day of ["2026-11-24", "1999-12-31"]) expect(isDay(day)).toBe(true);
  for (const text of ["", "9999-99-99", "2026-13-01", "0000-00-00", "9999-12-31", "2026-1-1", "x"])
    expect(isDay(text)).toBe(false);
  expect(later("2026-12-31", 1)).toBe("2027-01-01");
});
