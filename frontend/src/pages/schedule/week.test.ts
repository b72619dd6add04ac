import { expect, test } from "vitest";
import type { Session } from "../../api/sessions";
import { byDay, daysFrom, foremost } from "./week";

const NOW = Date.parse("2026-11-24T18:00:00Z");

function session(id: string, starts: string, more: Partial<Session> = {}): Session {
  const ends = new Date(Date.parse(starts) + 3_600_000).toISOString();
  return {
    ...{ id, clinic: "c", group: { id: "g", name: "Evening group", kind: "process" } },
    ...{ planned_date: starts.slice(0, 10), planned_start: "18:00:00", length_min: 60 },
    ...{ zone: "America/Phoenix", starts_at: starts, ends_at: ends, phase: "scheduled" },
    ...{ cancelled_at: null, reach: ["staff"] },
    ...more,
  } as Session;
}

test("a week is seven days, across the end of a month", () => {
  expect(daysFrom("2026-11-27")).toEqual([
    ...["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"],
    ...["2026-12-01", "2026-12-02", "2026-12-03"],
  ]);
});

test("a late evening belongs to the clinic's day, not to that of UTC", () => {
  const late = session("late", "2026-11-25T01:30:00Z");
  const week = byDay([late], ["2026-11-24", "2026-11-25"], "America/Phoenix");
  expect(week.map((one) => one.sessions.length)).toEqual([1, 0]);
});

test("what is on comes before what is next, and one's own before those of others", () => {
  const on = session("on", "2026-11-24T17:30:00Z", { phase: "running" });
  const next = session("next", "2026-11-24T19:00:00Z");
  const elsewhere = session("elsewhere", "2026-11-24T17:00:00Z", {
    phase: "running",
    reach: ["administrator"],
  });
  expect(foremost([next, elsewhere, on], NOW)?.id).toBe("on");
  expect(foremost([next, elsewhere], NOW)?.id).toBe("next");
  expect(foremost([elsewhere], NOW)?.id).toBe("elsewhere");
});

test("what is over, or was never opened, is not next", () => {
  const ended = session("ended", "2026-11-24T16:00:00Z", { phase: "ended" });
  const missed = session("missed", "2026-11-24T15:00:00Z");
  expect(foremost([ended, missed], NOW)).toBeNull();
});
