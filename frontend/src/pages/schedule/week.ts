// The calendar of a week, and which session is on or next. Pure.

import type { Session } from "../../api/sessions";
import { type Day, later } from "../../words/days";
import { LIVE, may, OVER } from "../meeting/reach";

export const LENGTH = 7;

/** The days that are shown, from one on. */
export function daysFrom(first: Day): readonly Day[] {
  return Array.from({ length: LENGTH }, (_, n) => later(first, n));
}

/** The day it is at a moment in a zone. */
export function dayIn(ms: number, zone: string): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(ms);
}

/** The sessions of each day, by the clock of the clinic. */
export function byDay(
  sessions: readonly Session[],
  days: readonly Day[],
  zone: string,
): readonly { readonly day: Day; readonly sessions: readonly Session[] }[] {
  return days.map((day) => ({
    day,
    sessions: sessions.filter((one) => dayIn(Date.parse(one.starts_at), zone) === day),
  }));
}

/** The one that is on, or else the next: one's own before those of others. */
export function foremost(sessions: readonly Session[], now: number): Session | null {
  const ahead = sessions.filter((one) => !OVER.includes(one.phase) && !missed(one, now));
  const rank = (one: Session) =>
    (may(one, "enter") ? 0 : 10) +
    (LIVE.includes(one.phase) ? 0 : one.phase === "door_open" ? 1 : 2);
  const sorted = [...ahead].sort(
    (one, other) => rank(one) - rank(other) || start(one) - start(other),
  );
  return sorted[0] ?? null;
}

/** Planned, and never opened by its end. */
function missed(session: Session, now: number): boolean {
  return session.phase === "scheduled" && Date.parse(session.ends_at) < now;
}

function start(session: Session): number {
  return Date.parse(session.starts_at);
}
