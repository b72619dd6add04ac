import { expect, test } from "vitest";
import { countdown, daysFrom, otherClock, span, untilNextTick, zoneName } from "./time";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test("days are counted from two of them on", () => {
  expect(countdown(51 * HOUR)).toEqual({ unit: "days", days: 2, hours: 3 });
  expect(countdown(47 * HOUR)).toEqual({ unit: "hours", hours: 47, minutes: 0 });
});

test("a minute that has begun is a minute", () => {
  expect(countdown(2 * HOUR + 10 * SECOND)).toEqual({ unit: "hours", hours: 2, minutes: 1 });
  expect(countdown(59 * MINUTE)).toEqual({ unit: "minutes", minutes: 59 });
  expect(countdown(59 * MINUTE + 1)).toEqual({ unit: "hours", hours: 1, minutes: 0 });
});

test("the last ten minutes go by the second, and end at now", () => {
  expect(countdown(10 * MINUTE)).toEqual({ unit: "clock", text: "10:00" });
  expect(countdown(10 * MINUTE + 1)).toEqual({ unit: "minutes", minutes: 11 });
  expect(countdown(1)).toEqual({ unit: "clock", text: "0:01" });
  expect(countdown(0)).toEqual({ unit: "now" });
  expect(countdown(-5)).toEqual({ unit: "now" });
});

test("a countdown is looked at again when it reads differently", () => {
  expect(untilNextTick(3 * HOUR + 20 * SECOND)).toBe(20 * SECOND);
  expect(untilNextTick(9 * MINUTE + 400)).toBe(400);
  expect(untilNextTick(3 * HOUR)).toBe(MINUTE);
});

test("a zone is named only where its clocks differ", () => {
  const summer = Date.UTC(2026, 6, 1, 18);
  const winter = Date.UTC(2026, 0, 1, 18);
  // Arizona keeps its time all year; Denver does not.
  expect(otherClock(winter, "America/Phoenix", "America/Denver")).toBe(false);
  expect(otherClock(summer, "America/Phoenix", "America/Denver")).toBe(true);
  expect(zoneName(summer, "en", "America/Denver")).toBe("Mountain Time");
});

test("days are told apart by midnight, not by hours", () => {
  const evening = new Date(2026, 10, 24, 23, 50).getTime();
  expect(daysFrom(evening, evening + 20 * MINUTE)).toBe(1);
  expect(daysFrom(evening, evening - 20 * HOUR)).toBe(0);
});

test("a span is never below zero", () => {
  expect(span(-1)).toBe("0:00");
  expect(span(3 * HOUR + 4 * MINUTE + 5 * SECOND)).toBe("3:04:05");
});
