// A correction of the record: the moment somebody means by a time, and what it changes. Pure.

import type { Attendance } from "../../api/meeting";

export const WHATS = ["start", "break", "end"] as const;
export type What = (typeof WHATS)[number];
export type Correction = { readonly what: What; readonly at: number; readonly until?: number };
type Meeting = Attendance["meeting"];

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A time on the wall of a zone, such as "18:05": that of the day nearest to a moment. */
export function moment(time: string, zone: string, near: number): number | null {
  const [hour, minute] = time.split(":").map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return null;
  const days = [near - DAY, near, near + DAY].map((day) => wall(day, zone));
  const found = days.map(({ year, month, day }) =>
    instant(Date.UTC(year, month - 1, day, hour, minute), zone),
  );
  return found.sort((one, other) => Math.abs(one - near) - Math.abs(other - near))[0] ?? null;
}

/** What the wall clock of a zone shows at a moment, as a time input wants it. */
export function wallTime(ms: number, zone: string): string {
  const { hour, minute } = wall(ms, zone);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

export type Times = { readonly from: string; readonly until: string };

/** The moment near which a correction lies. */
function anchor(meeting: Meeting, what: What): number {
  const noted = what === "end" ? meeting.actual_end : meeting.actual_start;
  return Date.parse(noted ?? meeting.planned_start ?? "") || 0;
}

/** What the record has at the moment, as times to begin with. */
export function notedTimes(meeting: Meeting, what: What, zone: string): Times {
  const time = wallTime(anchor(meeting, what), zone);
  return { from: time, until: time };
}

/** What is meant by one time, or by two for a break; null where one is missing. */
export function meant(
  meeting: Meeting,
  what: What,
  zone: string,
  from: string,
  until: string,
): Correction | null {
  const near = anchor(meeting, what);
  const at = moment(from, zone, near);
  if (at === null) return null;
  if (what !== "break") return { what, at };
  const end = moment(until, zone, at);
  return end === null ? null : { what, at, until: end };
}

/** How many minutes more (or fewer) the group runs by the record, and from what it moves. */
export function effect(meeting: Meeting, said: Correction) {
  if (said.what === "break") {
    const minutes = -Math.round(((said.until ?? said.at) - said.at) / MINUTE);
    return { before: null, minutes };
  }
  const noted = said.what === "start" ? meeting.actual_start : meeting.actual_end;
  const before = noted === null ? null : Date.parse(noted);
  if (before === null) return { before, minutes: 0 };
  const longer = said.what === "start" ? before - said.at : said.at - before;
  return { before, minutes: Math.round(longer / MINUTE) };
}

/** Why a correction can not be right; null where nothing speaks against it. */
export function amiss(meeting: Meeting, said: Correction, now: number) {
  const opened = meeting.opened === null ? 0 : Date.parse(meeting.opened);
  if (said.at < opened) return "early";
  if (said.at > now || (said.until ?? 0) > now) return "future";
  if (said.what === "break") return (said.until ?? 0) <= said.at ? "short" : null;
  const noted = said.what === "start" ? meeting.actual_start : meeting.actual_end;
  if (noted !== null && Math.floor(Date.parse(noted) / MINUTE) * MINUTE === said.at) return "same";
  const other = said.what === "start" ? meeting.actual_end : meeting.actual_start;
  if (said.what === "start" && other !== null && said.at >= Date.parse(other)) return "empty";
  if (said.what === "end" && other !== null && said.at <= Date.parse(other)) return "empty";
  return null;
}

function instant(utc: number, zone: string): number {
  const once = utc - offset(utc, zone);
  return utc - offset(once, zone);
}

function offset(ms: number, zone: string): number {
  const { year, month, day, hour, minute } = wall(ms, zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(ms / MINUTE) * MINUTE;
}

function wall(ms: number, zone: string) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(ms);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  return { year, month, day, hour: part("hour"), minute: part("minute") };
}
