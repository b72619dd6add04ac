// One meeting for its staff: who belongs to it, what its record says, and the calendar around it.

import { type Listed, query, request } from "./http";
import type { components } from "./rest.gen";
import type { Session } from "./sessions";

type Shapes = components["schemas"];
export type Attendance = Shapes["Attendance"];
export type Attended = Shapes["AttendancePerson"];
export type Colleague = Shapes["Staff"];
export type Guest = Shapes["Guest"];
export type Member = Shapes["Member"];
export type Plan = Shapes["PatchedSessionPlanRequest"];
export type NewColleague = Shapes["NewStaffRequest"];
export type NewGuest = Shapes["NewGuestRequest"];
export type PersonCard = Shapes["Card"];

const at = (session: string) => `/api/v1/sessions/${session}`;

export function meeting(session: string): Promise<Session> {
  return request("GET", at(session));
}

export type Wanted = {
  readonly clinic: string;
  readonly since?: string;
  readonly until?: string;
  readonly group?: string;
  readonly page_size?: number;
};

/** Sessions by the days of their plan, soonest first. */
export async function calendar(wanted: Wanted): Promise<readonly Session[]> {
  const page = await request<Listed<Session>>(
    "GET",
    `/api/v1/sessions${query({ page_size: 200, ...wanted })}`,
  );
  return [...page.results].sort((one, other) => start(one) - start(other));
}

function start(session: Session): number {
  return Date.parse(session.starts_at);
}

export function change(session: string, plan: Plan): Promise<Session> {
  return request("PATCH", at(session), plan);
}

export function cancel(session: string, reason: string, ref: string): Promise<Session> {
  return request("POST", `${at(session)}/cancel`, { reason, ref });
}

/** Who attended, live from the ledger; each reading is written down. */
export function attendance(session: string): Promise<Attendance> {
  return request("GET", `${at(session)}/attendance`);
}

/** One person's own card: legal name, emergency contact; each reading is written down. */
export function card(session: string, seat: string): Promise<PersonCard> {
  return request("GET", `${at(session)}/people/${seat}`);
}

export async function colleagues(session: string): Promise<readonly Colleague[]> {
  return (await request<Listed<Colleague>>("GET", `${at(session)}/staff?page_size=100`)).results;
}

export function assign(session: string, colleague: NewColleague): Promise<Colleague> {
  return request("POST", `${at(session)}/staff`, colleague);
}

export function dismiss(session: string, seat: string): Promise<void> {
  return request("DELETE", `${at(session)}/staff/${seat}`);
}

export async function guests(session: string): Promise<readonly Guest[]> {
  return (await request<Listed<Guest>>("GET", `${at(session)}/guests?page_size=100`)).results;
}

export function invite(session: string, guest: NewGuest): Promise<Guest> {
  return request("POST", `${at(session)}/guests`, guest);
}

export function uninvite(session: string, seat: string): Promise<void> {
  return request("DELETE", `${at(session)}/guests/${seat}`);
}

/** Who is enrolled in a group now. */
export async function members(group: string): Promise<readonly Member[]> {
  const path = `/api/v1/groups/${group}/members?active=true&page_size=200`;
  return (await request<Listed<Member>>("GET", path)).results;
}

/** How many are enrolled in a group now. */
export async function expected(group: string): Promise<number> {
  const path = `/api/v1/groups/${group}/members?active=true&page_size=1`;
  return (await request<Listed<Member>>("GET", path)).count;
}
