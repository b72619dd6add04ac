// The record of sessions: attendance, ledger, verification; who may read it, and who did.

import { type Listed, query, request } from "./http";
import type { components } from "./rest.gen";
import type { Session } from "./sessions";

export type { Session };

type Schemas = components["schemas"];

export type Attendance = Schemas["Attendance"];
export type Person = Attendance["people"][number];
export type Time = Attendance["times"][number];
export type Source = Attendance["sources"][number];
export type Meeting = Attendance["meeting"];
export type Entry = Schemas["LedgerEntryLine"];
export type Verification = Schemas["Verification"];
export type Glanced = Schemas["GlancedSession"];
export type Glance = NonNullable<Glanced["glance"]>;
export type Grant = Schemas["Grant"];
export type NewGrant = Schemas["NewGrantRequest"];
export type Look = Schemas["AccessLog"];

/** What of a ledger is asked for. */
export type Wanted = {
  readonly kinds?: readonly string[];
  readonly entries?: readonly number[];
  readonly row?: number | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
};

const AT_ONCE = 200;

export const TABLES = [
  "people",
  "times",
  "sources",
  "corrections",
  "signatures",
  "meeting",
] as const;
export type TableName = (typeof TABLES)[number];

export function session(id: string): Promise<Session> {
  return request<Session>("GET", `/api/v1/sessions/${id}`);
}

export function attendance(id: string): Promise<Attendance> {
  return request<Attendance>("GET", `/api/v1/sessions/${id}/attendance`);
}

export function verification(id: string): Promise<Verification> {
  return request<Verification>("GET", `/api/v1/sessions/${id}/verification`);
}

export function verifyAgain(id: string): Promise<Verification> {
  return request<Verification>("POST", `/api/v1/sessions/${id}/verification`);
}

/** A page of the ledger. */
export function entries(id: string, wanted: Wanted, page = 1, size = 50): Promise<Listed<Entry>> {
  return request<Listed<Entry>>("GET", `/api/v1/sessions/${id}/ledger${asked(wanted, page, size)}`);
}

/** Every entry that is wanted; `read` hears how many of how many have come. */
export async function everyEntry(
  id: string,
  wanted: Wanted = {},
  read: (n: number, of: number) => void = () => {},
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (let page = 1; ; page += 1) {
    const listed = await entries(id, wanted, page, AT_ONCE);
    found.push(...listed.results);
    read(found.length, listed.count);
    if (listed.next === null || listed.results.length === 0) return found;
  }
}

/** Where a table of the attendance is to be had as a file. */
export function attendanceFile(id: string, table: TableName): string {
  return `/api/v1/sessions/${id}/attendance?format=csv&table=${table}`;
}

export function ledgerFile(id: string): string {
  return `/api/v1/sessions/${id}/ledger?format=csv`;
}

/** Sessions with their attendance at a glance. */
export function glances(
  values: Readonly<Record<string, string | number | undefined>>,
  phases: readonly string[],
): Promise<Listed<Glanced>> {
  const chosen = query(values);
  const more = phases.map((phase) => `phase=${phase}`).join("&");
  const joined = more && `${chosen ? "&" : "?"}${more}`;
  return request<Listed<Glanced>>("GET", `/api/v1/attendance${chosen}${joined}`);
}

export function grants(clinic: string, active?: boolean): Promise<Listed<Grant>> {
  const chosen = active === undefined ? undefined : String(active);
  const asking = query({ clinic, active: chosen, page_size: AT_ONCE });
  return request<Listed<Grant>>("GET", `/api/v1/audit-grants${asking}`);
}

export function give(clinic: string, grant: NewGrant): Promise<Grant> {
  return request<Grant>("POST", `/api/v1/audit-grants${query({ clinic })}`, grant);
}

export function revoke(clinic: string, grant: string): Promise<Grant> {
  return request<Grant>("POST", `/api/v1/audit-grants/${grant}/revoke${query({ clinic })}`);
}

/** Who looked at what. */
export function looks(
  values: Readonly<Record<string, string | number | undefined>>,
): Promise<Listed<Look>> {
  return request<Listed<Look>>("GET", `/api/v1/access-log${query(values)}`);
}

function asked(wanted: Wanted, page: number, size: number): string {
  const said = new URLSearchParams({ page: String(page), page_size: String(size) });
  for (const kind of wanted.kinds ?? []) said.append("kind", kind);
  if (wanted.entries) said.set("entries", wanted.entries.join(","));
  if (wanted.row !== undefined) said.set("row", String(wanted.row));
  if (wanted.since) said.set("since", wanted.since);
  if (wanted.until) said.set("until", wanted.until);
  return `?${said}`;
}
