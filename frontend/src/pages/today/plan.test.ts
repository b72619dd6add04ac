import { expect, test } from "vitest";
import type { CheckIns, OwnSession, Session } from "../../api/sessions";
import { calledOff, coming, next, sum, todo, weekRows } from "./plan";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 24, 18);

function session(hours: number, more: Partial<Session> = {}): Session {
  const starts = NOW + hours * HOUR;
  return {
    id: `in ${hours} hours`,
    clinic: "harbor",
    group: { id: "g", name: "Evening group" },
    planned_date: new Date(starts).toISOString().slice(0, 10),
    planned_start: "18:00:00",
    length_min: 60,
    zone: "UTC",
    starts_at: new Date(starts).toISOString(),
    ends_at: new Date(starts + HOUR).toISOString(),
    phase: "scheduled",
    cancelled_at: null,
    reach: ["participant"],
    ...more,
  };
}

test("what is open goes before what comes, even past its planned end", () => {
  const open = session(-2, { phase: "running" });
  expect(next([open, session(1)], NOW)).toBe(open);
});

test("the next one is the first that is still to come", () => {
  const later = session(3);
  const over = session(-3, { phase: "ended" });
  expect(next([over, session(1, { phase: "cancelled" }), later], NOW)).toBe(later);
});

test("whoever only reads the record has no next session", () => {
  expect(next([session(1, { reach: ["auditor"] })], NOW)).toBeUndefined();
});

test("what was called off is said, and is not to come", () => {
  const off = session(2, { phase: "cancelled" });
  expect(calledOff([off, session(40, { phase: "cancelled" })], NOW)).toEqual([off]);
  expect(coming([off, session(5)], NOW)).toEqual([off]);
});

test("two weeks are looked ahead", () => {
  const far = session(15 * 24);
  expect(coming([session(1), session(20), far], NOW)).toEqual([session(20)]);
});

const checkIns = (due: CheckIns["due"], done: CheckIns["done"]): CheckIns => ({
  form: { id: "f", version: 1, items: [] } as unknown as CheckIns["form"],
  due,
  done,
  answers: {},
});
const contact = { name: "Jo", phone: "480 555 0101" };

test("with everything done, every tick is set", () => {
  const all = todo([], contact, checkIns([], ["before"]));
  expect(all.map((one) => [one.what, one.done])).toEqual([
    ["signed", true],
    ["contact", true],
    ["checkIn", true],
  ]);
});

test("what waits for a signature comes first, and a check-in only when it is asked for", () => {
  const agreement = { id: "a", title: "Group rules" } as never;
  expect(todo([agreement], null, undefined).map((one) => [one.what, one.done])).toEqual([
    ["agreement", false],
    ["contact", false],
  ]);
  expect(todo([], contact, checkIns(["before"], [])).at(-1)).toEqual({
    what: "checkIn",
    done: false,
  });
});

test("a week is what is on record and what is still to come", () => {
  const held: OwnSession = {
    session: "held",
    group: { id: "g", name: "Evening group" },
    starts_at: new Date(NOW - 24 * HOUR).toISOString(),
    ends_at: new Date(NOW - 23 * HOUR).toISOString(),
    phase: "ended",
    status: "late",
    credited_min: 46,
    running_min: 60,
    provisional: false,
  };
  const week = { since: "2026-11-23", until: "2026-11-29", sessions: [held] };
  const rows = weekRows(week, [
    session(2),
    session(30, { phase: "cancelled" }),
    session(4, { reach: ["guest"] }),
    session(10 * 24),
  ]);
  expect(rows.map((row) => [row.status, row.minutes])).toEqual([
    ["late", 46],
    ["planned", null],
    ["cancelled", null],
  ]);
  expect(sum(rows)).toBe(46);
});

test("what was not held counts for nothing and against nobody", () => {
  const off = { status: "not_held", credited_min: 0 } as OwnSession;
  const week = {
    since: "",
    until: "",
    sessions: [{ ...off, session: "s", group: { id: "g", name: "G" }, starts_at: "2026-11-24" }],
  };
  expect(weekRows(week as never, [])[0]?.minutes).toBeNull();
});
