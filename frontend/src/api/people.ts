// The people of a clinic, their roles, and how they come in: invitations and codes.

import { type Listed, query, request } from "./http";
import type { components } from "./rest.gen";

export type Person = components["schemas"]["Person"];
export type Role = components["schemas"]["RoleEnum"];
export type Invitation = components["schemas"]["Invitation"];
export type Code = components["schemas"]["Code"];
export type Details = components["schemas"]["PatchedPersonRequest"];
export type NewPerson = components["schemas"]["NewPersonRequest"];

export const ROLES: readonly Role[] = [
  "participant",
  "guest",
  "facilitator",
  "supervisor",
  "administrator",
  "auditor",
];
export const PEOPLE_PAGE = 50;

export type PeopleFilter = {
  readonly search?: string;
  readonly role?: Role | undefined;
  readonly active?: "true" | "false" | "";
  readonly page?: number;
  readonly page_size?: number;
};

/** A page of the clinic's people. */
export function people(clinic: string, filter: PeopleFilter): Promise<Listed<Person>> {
  return request("GET", `/api/v1/people${query({ clinic, ...filter })}`);
}

/** Who has one of these roles now and a name like this, by name; a page of each role at most. */
export async function having(
  clinic: string,
  roles: readonly Role[],
  search: string,
): Promise<readonly Person[]> {
  const pages = await Promise.all(roles.map((role) => people(clinic, { role, search })));
  const all = new Map(pages.flatMap((page) => page.results.map((one) => [one.id, one])));
  return [...all.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** One of them. */
export function person(clinic: string, id: string): Promise<Person> {
  return request("GET", one(clinic, id));
}

/** Open an account that staff issue: a sign-in name, and codes from the clinic. */
export function register(clinic: string, details: NewPerson): Promise<Person> {
  return request("POST", `/api/v1/people${query({ clinic })}`, details);
}

/** Change what is known of somebody. */
export function edit(clinic: string, id: string, details: Details): Promise<Person> {
  return request("PATCH", one(clinic, id), details);
}

/** Give a role, or give it back. */
export function giveRole(clinic: string, id: string, role: Role): Promise<Person> {
  return request("PUT", one(clinic, id, `/roles/${role}`));
}

/** End a role, and everything the person has open. */
export function endRole(clinic: string, id: string, role: Role): Promise<Person> {
  return request("DELETE", one(clinic, id, `/roles/${role}`));
}

/** End all roles of somebody at the clinic. */
export function deactivate(clinic: string, id: string): Promise<Person> {
  return request("POST", one(clinic, id, "/deactivate"));
}

/** A one-time code to sign in with; it is shown this once. */
export function issueCode(clinic: string, id: string): Promise<Code> {
  return request("POST", one(clinic, id, "/code"));
}

/** A page of the invitations that are open, or of those that no longer are. */
export function invitations(
  clinic: string,
  open: boolean,
  page: number,
): Promise<Listed<Invitation>> {
  return request("GET", `/api/v1/invitations${query({ clinic, open: String(open), page })}`);
}

/** Invite by e-mail, or without one by a link that is in the answer, once. */
export function invite(clinic: string, role: Role, email: string): Promise<Invitation> {
  const body = email ? { role, email } : { role };
  return request("POST", `/api/v1/invitations${query({ clinic })}`, body);
}

/** Void an invitation that nobody has accepted. */
export function revoke(clinic: string, id: string): Promise<Invitation> {
  return request("POST", `/api/v1/invitations/${id}/revoke${query({ clinic })}`);
}

function one(clinic: string, id: string, rest = ""): string {
  return `/api/v1/people/${encodeURIComponent(id)}${rest}${query({ clinic })}`;
}
