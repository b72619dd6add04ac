// What somebody may do with a session, by how they reach it: the server's table, as far as shown.

import type { Session } from "../../api/sessions";

type Reach = Session["reach"][number];
type Phase = Session["phase"];

const OFFICE: readonly Reach[] = ["administrator", "supervisor"];

const MAY = {
  edit_session: [...OFFICE, "team"],
  cancel: [...OFFICE, "staff"],
  see_staff: [...OFFICE, "team", "staff"],
  see_members: [...OFFICE, "team"],
  assign: OFFICE,
  invite_guests: [...OFFICE, "staff"],
  enter: ["staff", "participant", "guest"],
  see_attendance: [...OFFICE, "staff", "auditor"],
} as const satisfies Record<string, readonly Reach[]>;

/** Whether this session's page may offer something to this person. */
export function may(session: Pick<Session, "reach">, action: keyof typeof MAY): boolean {
  const allowed: readonly Reach[] = MAY[action];
  return session.reach.some((reach) => allowed.includes(reach));
}

export const OVER: readonly Phase[] = ["ended", "not_held", "cancelled"];
export const LIVE: readonly Phase[] = ["running", "on_break", "on_hold"];

export const PHASE_TONES = {
  scheduled: "none",
  door_open: "sun",
  running: "pine",
  on_break: "sun",
  on_hold: "sun",
  ended: "none",
  not_held: "none",
  cancelled: "none",
} as const satisfies Record<Phase, "pine" | "sun" | "none">;
