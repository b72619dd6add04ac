// Times and spans as people say them, in the reader's language and time zone.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time of the day; in the reader's own zone unless another one is named. */
export function clockTime(ms: number, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(language, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
  }).format(ms);
}

export function day(ms: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(ms);
}

/** A day in few letters, for lists. */
export function shortDay(ms: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: "short",
    day: "numeric",
    month: "short",
  }).format(ms);
}

/** A day and a time of it. */
export function dayAndTime(ms: number, language: string): string {
  return `${day(ms, language)}, ${clockTime(ms, language)}`;
}

/** Whether a zone's clocks show something else at that moment than the reader's own. */
export function otherClock(ms: number, zone: string, own?: string): boolean {
  const wall = (timeZone?: string) =>
    new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "short", timeZone }).format(ms);
  return wall(zone) !== wall(own);
}

/** What a zone is called in general, such as "Mountain Time". */
export function zoneName(ms: number, language: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(ms);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** How many midnights lie between two moments, by the reader's own clock. */
export function daysFrom(now: number, ms: number): number {
  const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0);
  return Math.round((midnight(ms) - midnight(now)) / DAY);
}

/** A span as m:ss, or h:mm:ss from an hour on; never below zero. */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What is left until something begins, in the two units that matter then. */
export type Countdown =
  | { readonly unit: "days"; readonly days: number; readonly hours: number }
  | { readonly unit: "hours"; readonly hours: number; readonly minutes: number }
  | { readonly unit: "minutes"; readonly minutes: number }
  | { readonly unit: "clock"; readonly text: string }
  | { readonly unit: "now" };

/** Days from two of them on, hours, minutes; the last ten minutes by the second. */
export function countdown(ms: number): Countdown {
  if (ms <= 0) return { unit: "now" };
  if (ms <= 10 * MINUTE) return { unit: "clock", text: span(Math.ceil(ms / 1000) * 1000) };
  const minutes = Math.ceil(ms / MINUTE);
  if (minutes < 60) return { unit: "minutes", minutes };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { unit: "hours", hours, minutes: minutes % 60 };
  return { unit: "days", days: Math.floor(hours / 24), hours: hours % 24 };
}

/** How long until a countdown reads differently, in ms. */
export function untilNextTick(ms: number): number {
  const step = ms <= 10 * MINUTE ? 1000 : MINUTE;
  return Math.max(50, ms % step || step);
}

/** Whole minutes as hours and minutes. */
export function hoursAndMinutes(minutes: number): { readonly h: number; readonly m: number } {
  return { h: Math.floor(minutes / 60), m: minutes % 60 };
}
