// Days of the calendar, without any clock.

/** A day of the calendar, as `2026-11-24`. */
export type Day = string;

/** Whether this is a day as people plan them; an address may hold anything. */
export function isDay(text: string): boolean {
  return /^(19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(noon(text));
}

/** So many days later. */
export function later(day: Day, days: number): Day {
  return new Date(noon(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Monday is 0. */
export function weekday(day: Day): number {
  return (new Date(noon(day)).getUTCDay() + 6) % 7;
}

/** A moment of that day in UTC, where every day has 24 hours. */
export function noon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}
