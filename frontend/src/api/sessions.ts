// Sessions as they are planned, what they were for oneself, and the room's commands for when the
// socket does not work.

import { type Listed, query, request } from "./http";
import type { Command } from "./protocol.gen";
import type { components } from "./rest.gen";

type Schemas = components["schemas"];
export type Session = Schemas["Session"];
export type OwnSession = Schemas["OwnSession"];
export type OwnSpan = Schemas["OwnSpan"];
export type OwnAttendance = Schemas["OwnAttendance"];
export type CheckIns = Schemas["CheckIns"];
export type MyPlace = Schemas["MyPlace"];

const DAY_MS = 86_400_000;
const GIVE_MS = 8_000;

/** From a moment to another, at every clinic of the person, soonest first. */
export async function between(
  from: number,
  to: number,
  clinics: readonly string[],
): Promise<readonly Session[]> {
  // Days of the plan are the clinic's: one more on either side holds them in every zone.
  const days = { since: dayOf(from - DAY_MS), until: dayOf(to + DAY_MS) };
  const pages = await Promise.all(
    clinics.map((clinic) =>
      request<Listed<Session>>(
        "GET",
        `/api/v1/sessions${query({ clinic, ...days, page_size: 200 })}`,
      ),
    ),
  );
  return soonestFirst(pages.flatMap((page) => page.results));
}

/** What the record says of the person's week. */
export type Week = {
  readonly since: string;
  readonly until: string;
  readonly sessions: readonly OwnSession[];
};

/** What counts for the person this week, Monday to Sunday at the clinic. */
export async function week(clinics: readonly string[]): Promise<Week> {
  const spans = await Promise.all(
    clinics.map((clinic) => request<OwnSpan>("GET", `/api/v1/me/attendance${query({ clinic })}`)),
  );
  return {
    since: spans.map((one) => one.since).sort()[0] ?? "",
    until:
      spans
        .map((one) => one.until)
        .sort()
        .at(-1) ?? "",
    sessions: soonestFirst(spans.flatMap((one) => one.sessions)),
  };
}

/** One's own check-in for a session. */
export function checkIns(session: string): Promise<CheckIns> {
  return request<CheckIns>("GET", `/api/v1/sessions/${session}/check-in`);
}

/** What a group calls the person. */
export function myPlace(group: string): Promise<MyPlace> {
  return request<MyPlace>("GET", `/api/v1/groups/${group}/me`);
}

export function chooseAlias(group: string, alias: string): Promise<MyPlace> {
  return request<MyPlace>("PATCH", `/api/v1/groups/${group}/me`, { alias });
}

/** Give a room a command over HTTP; one that hangs fails, so that it can be tried again. */
export function give(session: string, command: Command, ref: string): Promise<unknown> {
  const signal = AbortSignal.timeout(GIVE_MS);
  return request("POST", `/api/v1/sessions/${session}/commands`, { command, ref }, {}, signal);
}

/** What the record says of the person's own time in a session. */
export function ownAttendance(session: string): Promise<OwnAttendance> {
  return request<OwnAttendance>("GET", `/api/v1/sessions/${session}/attendance/me`);
}

function soonestFirst<T extends { readonly starts_at: string }>(all: T[]): T[] {
  return all.sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at));
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
