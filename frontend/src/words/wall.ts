// When sessions are, by the clock on the wall of the clinic.

import { type Day, noon } from "./days";
import { zoneName as zoneNameAt } from "./time";

type Planned = { readonly starts_at: string; readonly ends_at: string; readonly zone: string };

/** A day of the calendar, in a few letters; with its year unless that is this one. */
export function dayName(day: Day, language: string): string {
  const far = day.slice(0, 4) !== String(new Date().getFullYear());
  return new Intl.DateTimeFormat(language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(far ? { year: "numeric" } : {}),
    timeZone: "UTC",
  }).format(noon(day));
}

/** From when to when a session is. */
export function hours({ starts_at, ends_at, zone }: Planned, language: string): string {
  const clock = new Intl.DateTimeFormat(language, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
  });
  const [from, to] = [Date.parse(starts_at), Date.parse(ends_at)];
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  // Past midnight a range would repeat both dates.
  if (day.format(from) !== day.format(to)) return `${clock.format(from)} – ${clock.format(to)}`;
  return clock.formatRange(from, to);
}

/** The names of the days of the week, Monday first. */
export function weekdayNames(language: string): readonly string[] {
  const name = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, n) => name.format(Date.UTC(2024, 0, n + 1)));
}

/** What people call a time zone at present. */
export function zoneName(zone: string, language: string): string {
  return zoneNameAt(Date.now(), language, zone);
}

/** Whether the reader's own clock shows the time of that zone. */
export function isHere(zone: string): boolean {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone === zone;
}

/** The day it is in a zone. */
export function today(zone: string): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(Date.now());
}

/** The date of a moment in a zone, as people write it. */
export function dateOf(moment: string, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: zone }).format(
    Date.parse(moment),
  );
}
