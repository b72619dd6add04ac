import { expect, test } from "vitest";
import type { Attendance } from "../../api/meeting";
import { amiss, effect, moment, wallTime } from "./correction";

const PHOENIX = "America/Phoenix";
const NEW_YORK = "America/New_York";
const at = (iso: string) => Date.parse(iso);

const meeting = {
  opened: "2026-11-24T00:45:00Z",
  actual_start: "2026-11-24T01:05:00Z",
  actual_end: "2026-11-24T02:30:00Z",
} as Attendance["meeting"];

test("a time means the day of the session, in its own zone", () => {
  expect(moment("18:00", PHOENIX, at("2026-11-24T01:05:00Z"))).toBe(at("2026-11-24T01:00:00Z"));
});

test("a time shortly after midnight means the night in which the group ran", () => {
  expect(moment("00:10", PHOENIX, at("2026-11-24T06:55:00Z"))).toBe(at("2026-11-24T07:10:00Z"));
});

test("clocks that went back in between do not shift it", () => {
  expect(moment("09:00", NEW_YORK, at("2026-11-01T14:20:00Z"))).toBe(at("2026-11-01T14:00:00Z"));
});

test("what is no time means no moment", () => {
  expect(moment("", PHOENIX, 0)).toBeNull();
});

test("the clock on the wall reads back as it was typed", () => {
  expect(wallTime(at("2026-11-24T01:05:00Z"), PHOENIX)).toBe("18:05");
});

test("an earlier start and a later end give minutes, a break takes them", () => {
  expect(effect(meeting, { what: "start", at: at("2026-11-24T01:00:00Z") }).minutes).toBe(5);
  expect(effect(meeting, { what: "end", at: at("2026-11-24T02:20:00Z") }).minutes).toBe(-10);
  const [from, until] = [at("2026-11-24T01:30:00Z"), at("2026-11-24T01:40:00Z")];
  expect(effect(meeting, { what: "break", at: from, until }).minutes).toBe(-10);
});

test("what can not have been is said before it is sent", () => {
  const now = at("2026-11-24T03:00:00Z");
  expect(amiss(meeting, { what: "start", at: at("2026-11-24T00:30:00Z") }, now)).toBe("early");
  expect(amiss(meeting, { what: "end", at: at("2026-11-24T04:00:00Z") }, now)).toBe("future");
  expect(amiss(meeting, { what: "end", at: at("2026-11-24T01:00:00Z") }, now)).toBe("empty");
  expect(amiss(meeting, { what: "start", at: at("2026-11-24T01:05:00Z") }, now)).toBe("same");
  const break_ = { what: "break", at: at("2026-11-24T01:30:00Z") } as const;
  expect(amiss(meeting, { ...break_, until: break_.at }, now)).toBe("short");
  expect(amiss(meeting, { what: "start", at: at("2026-11-24T01:00:00Z") }, now)).toBeNull();
});
