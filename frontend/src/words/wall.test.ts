import { expect, test } from "vitest";
import { dayName, hours, weekdayNames, zoneName } from "./wall";

const plain = (text: string) => text.replace(/\s/g, " ");

test("hours are those of the clinic, wherever one reads them", () => {
  const evening = { starts_at: "2026-11-25T01:00:00Z", ends_at: "2026-11-25T02:30:00Z" };
  expect(plain(hours({ ...evening, zone: "America/Phoenix" }, "en"))).toBe("6:00 – 7:30 PM");
  expect(plain(hours({ ...evening, zone: "America/New_York" }, "en"))).toBe("8:00 – 9:30 PM");
});

test("a session past midnight says two times and no dates", () => {
  const late = { starts_at: "2026-11-25T06:59:00Z", ends_at: "2026-11-25T08:29:00Z" };
  expect(plain(hours({ ...late, zone: "America/Phoenix" }, "en"))).toBe("11:59 PM – 1:29 AM");
});

test("a day is the same day in every zone, and has its year when that is another", () => {
  const year = new Date().getFullYear();
  expect(dayName(`${year}-07-04`, "en")).toMatch(/Jul 4$/);
  expect(dayName("2024-01-01", "en")).toBe("Mon, Jan 1, 2024");
});

test("the week begins on Monday, and a zone has a name", () => {
  expect(weekdayNames("es")[0]).toBe("lun");
  expect(zoneName("America/Phoenix", "en")).toMatch(/Mountain/);
});
