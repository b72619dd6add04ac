// Groups, who belongs to them, and the sessions that are planned for them.

import { type Listed, query, request } from "./http";
import type { components } from "./rest.gen";
import type { Session } from "./sessions";

export type Group = components["schemas"]["Group"];
export type Kind = components["schemas"]["GroupKindEnum"];
export type GroupFields = components["schemas"]["PatchedGroupRequest"];
export type Member = components["schemas"]["Member"];
export type TeamMember = components["schemas"]["TeamMember"];
export type Modality = components["schemas"]["ModalityEnum"];
export type Plan = components["schemas"]["PatchedSessionPlanRequest"];
export type NewSession = components["schemas"]["NewSessionRequest"];
type Phase = components["schemas"]["PhaseEnum"];

export const KINDS: readonly Kind[] = [
  "process",
  "cbt_skills",
  "dbt_skills",
  "relapse_prevention",
  "education",
  "mindfulness",
  "family",
  "other",
];
export const MODALITIES: readonly Modality[] = ["online", "in_person", "hybrid"];
const AHEAD: readonly Phase[] = ["scheduled", "door_open", "running", "on_break", "on_hold"];
const WHOLE = 200;

type Reached = { readonly reach: readonly string[] };

const OFFICE = ["administrator", "supervisor"];
const within = (allowed: readonly string[]) => (one: Reached) =>
  one.reach.some((reach) => allowed.includes(reach));

/** Whether one sets a group up: its rules, its members, its team. */
export const sets = within(OFFICE);
/** Whether one holds a group: sees its people and plans its sessions. */
export const holds = within([...OFFICE, "team"]);
/** Whether one may call a session off. */
export const callsOff = within([...OFFICE, "staff"]);

/** The groups of the clinic that are one's own, or all for its office; or those of a person. */
export function groups(clinic: string, archived: boolean, person?: string): Promise<Listed<Group>> {
  const narrowed = query({ clinic, archived: String(archived), person, page_size: WHOLE });
  return request("GET", `/api/v1/groups${narrowed}`);
}

export function group(id: string): Promise<Group> {
  return request("GET", `/api/v1/groups/${id}`);
}

/** Open a group. */
export function found(clinic: string, fields: GroupFields): Promise<Group> {
  return request("POST", `/api/v1/groups${query({ clinic })}`, fields);
}

/** Change a group; a room that is open keeps the rules it opened with. */
export function editGroup(id: string, fields: GroupFields): Promise<Group> {
  return request("PATCH", `/api/v1/groups/${id}`, fields);
}

/** Put a group away, or bring it back. */
export function put(id: string, where: "archive" | "restore"): Promise<Group> {
  return request("POST", `/api/v1/groups/${id}/${where}`);
}

/** Who takes part now, or who did. */
export function members(id: string, active: boolean): Promise<Listed<Member>> {
  const narrowed = query({ active: String(active), page_size: WHOLE });
  return request("GET", `/api/v1/groups/${id}/members${narrowed}`);
}

/** Enrol a participant of the clinic. */
export function enrol(id: string, person: string, alias: string): Promise<Member> {
  const body = alias ? { person, alias } : { person };
  return request("POST", `/api/v1/groups/${id}/members`, body);
}

/** End an enrolment from now on. */
export function endEnrolment(id: string, seat: string): Promise<Member> {
  return request("DELETE", `/api/v1/groups/${id}/members/${seat}`);
}

export function team(id: string): Promise<Listed<TeamMember>> {
  return request("GET", `/api/v1/groups/${id}/team${query({ page_size: WHOLE })}`);
}

/** Put somebody on the team, or change whether they lead. */
export function join(id: string, person: string, leads: boolean): Promise<TeamMember> {
  return request("POST", `/api/v1/groups/${id}/team`, { person, leads });
}

/** Take somebody off the team. */
export function leaveTeam(id: string, seat: string): Promise<void> {
  return request("DELETE", `/api/v1/groups/${id}/team/${seat}`);
}

/** What is still to come at a clinic, soonest first: of one group, or of all. */
export function ahead(clinic: string, since: string, group?: string): Promise<Listed<Session>> {
  const narrowed = query({ clinic, since, group, page_size: WHOLE });
  const phases = AHEAD.map((phase) => `&phase=${phase}`).join("");
  return request("GET", `/api/v1/sessions${narrowed}${phases}`);
}

/** The sessions of some days at a clinic: of a group, or those a person belongs to. */
export function between(
  clinic: string,
  days: { readonly since: string; readonly until: string },
  which: { readonly group?: string; readonly person?: string },
): Promise<Listed<Session>> {
  const narrowed = query({ clinic, ...days, ...which, page_size: WHOLE });
  return request("GET", `/api/v1/sessions${narrowed}`);
}

/** Plan a session; the team of its group is assigned to it. */
export function plan(fields: NewSession): Promise<Session> {
  return request("POST", "/api/v1/sessions", fields);
}

/** Change a plan whose door has not opened. */
export function replan(session: string, fields: Plan): Promise<Session> {
  return request("PATCH", `/api/v1/sessions/${session}`, fields);
}

/** Call a session off before it has started; the same `ref` again does it once. */
export function cancel(session: string, reason: string, ref: string): Promise<Session> {
  return request("POST", `/api/v1/sessions/${session}/cancel`, { reason, ref });
}
