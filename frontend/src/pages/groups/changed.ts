// Which answers of the server are stale once something has been changed here.

import type { QueryClient } from "@tanstack/react-query";

function stale(queries: QueryClient, ...keys: readonly string[]): void {
  for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
}

/** A session was planned, moved or called off. */
export function sessionsChanged(queries: QueryClient): void {
  stale(queries, "sessions", "session");
}

/** A group was opened, changed, put away or brought back. */
export function groupsChanged(queries: QueryClient): void {
  stale(queries, "groups", "group");
}

/** Somebody was enrolled, or is no longer. */
export function membersChanged(queries: QueryClient): void {
  stale(queries, "members");
}

/** Somebody came on a team, or left it. */
export function teamChanged(queries: QueryClient): void {
  stale(queries, "team");
}
