// Sessions as they are planned, and the room's commands for when the socket does not work.

import { request } from "./http";
import type { Command } from "./protocol.gen";
import type { components } from "./rest.gen";

export type Session = components["schemas"]["Session"];
type Page = { readonly results: readonly Session[] };

const DAY_MS = 86_400_000;

/** The sessions of yesterday evening to tomorrow at every clinic of the person, soonest first. */
export async function around(now: number, clinics: readonly string[]): Promise<readonly Session[]> {
  const since = new Date(now - DAY_MS).toISOString().slice(0, 10);
  const until = new Date(now + DAY_MS).toISOString().slice(0, 10);
  const pages = await Promise.all(
    clinics.map((clinic) =>
      request<Page>(
        "GET",
        `/api/v1/sessions?clinic=${clinic}&since=${since}&until=${until}&page_size=100`,
      ),
    ),
  );
  const all = pages.flatMap((page) => page.results);
  return all.sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at));
}

/** Give a room a command over HTTP. */
export function give(session: string, command: Command, ref: string): Promise<unknown> {
  return request("POST", `/api/v1/sessions/${session}/commands`, { command, ref });
}

export type OwnAttendance = components["schemas"]["OwnAttendance"];

/** What the record says of the person's own time in a session. */
export function ownAttendance(session: string): Promise<OwnAttendance> {
  return request<OwnAttendance>("GET", `/api/v1/sessions/${session}/attendance/me`);
}
