// Spans of days by name, as the clinic's calendar has them.

export const PRESETS = ["all", "thisWeek", "lastWeek", "thisMonth", "own"] as const;
export type Preset = (typeof PRESETS)[number];

export type Days = { readonly since?: string | undefined; readonly until?: string | undefined };

/** Today at the clinic, as 2026-11-17. */
export function today(zone: string, now = Date.now()): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
  });
  return parts.format(now);
}

/** The days of a preset; weeks begin on Monday, and `own` has none by itself. */
export function daysOf(preset: Preset, day: string): Days {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  switch (preset) {
    case "thisWeek":
      return { since: plus(day, -weekday), until: plus(day, 6 - weekday) };
    case "lastWeek":
      return { since: plus(day, -weekday - 7), until: plus(day, -weekday - 1) };
    case "thisMonth":
      return { since: `${day.slice(0, 7)}-01`, until: lastOf(day) };
    default:
      return {};
  }
}

/** So many days later. */
export function plus(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

export function dayAfter(day: string): string {
  return plus(day, 1);
}

/** The first moment of a day at the clinic, in UTC. */
export function startOf(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Once more from the first answer: the clock may have been put forward or back in between.
  const first = midnight - ahead(midnight, zone);
  return new Date(midnight - ahead(first, zone)).toISOString();
}

/** How far a zone's clock is ahead of UTC at a moment, in ms. */
function ahead(at: number, zone: string): number {
  const local = new Date(at).toLocaleString("sv-SE", { timeZone: zone });
  return Date.parse(`${local.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
}

function lastOf(day: string): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + 1);
  at.setUTCDate(0);
  return at.toISOString().slice(0, 10);
}
