// The figures of a person's attendance: where each comes from, and what is in the table.

import type { Attendance, Person, Time } from "../../api/record";
import type { Span } from "./timeline";

/** How a person took part, in the order in which it is told. */
export const COUNTS = [
  "hands_raised",
  "called_on",
  "turns_taken",
  "turns_passed",
  "messages_group",
  "messages_private",
  "reactions",
  "prompts_answered",
  "prompts_by_activity",
  "prompts_missed",
  "checkins_done",
  "connection_losses",
] as const;
export type Count = (typeof COUNTS)[number];

export type Figure =
  | "status"
  | "credited"
  | "present"
  | "first_in"
  | "last_out"
  | "late"
  | "early"
  | "away"
  | "waiting"
  | "gaps"
  | "talked"
  | "microphone"
  | "camera"
  | "flags"
  | Count;

/** Figures of the group itself, in the order in which they are told. */
export const OF_GROUP = [
  "planned",
  "start",
  "end",
  "running",
  "breaks",
  "holds",
  "extension",
  "over_capacity",
] as const;
export type GroupFigure = (typeof OF_GROUP)[number];

/** One figure of one person, by the person's row; or of the group. */
export type Chosen =
  | { readonly row: number; readonly figure: Figure }
  | { readonly row: null; readonly figure: GroupFigure };

// Figures that are told by the sources of others.
const TOLD_BY: Partial<Record<Figure | GroupFigure, readonly string[]>> = {
  late: ["status"],
  early: ["status"],
  flags: ["status"],
  gaps: ["present"],
  running: ["start", "end", "breaks", "holds"],
};

const SPANS: Partial<Record<Figure | GroupFigure, string>> = {
  credited: "credited",
  present: "present",
  gaps: "gap",
  away: "away",
  waiting: "waiting",
  microphone: "microphone",
  camera: "camera",
  running: "running",
  breaks: "break",
  holds: "hold",
};

/** The entries behind a figure. */
export function sourcesOf(attendance: Attendance, { row, figure }: Chosen): readonly number[] {
  const names = TOLD_BY[figure] ?? [figure];
  const found = attendance.sources.filter(
    (one) => one.row === row && names.includes(one.figure ?? ""),
  );
  return [...new Set(found.flatMap((one) => numbers(one.entries)))].sort((a, b) => a - b);
}

export function numbers(entries: string | null | undefined): readonly number[] {
  return (entries ?? "").split(" ").filter(Boolean).map(Number);
}

/** The intervals that a figure of time is the sum of; none for every other figure. */
export function spansOf(attendance: Attendance, { row, figure }: Chosen): readonly Span[] {
  const what = SPANS[figure];
  return attendance.times.filter((one) => one.row === row && one.what === what).map(spanOf);
}

export function spanOf(time: Time): Span {
  return { since: Date.parse(time.since ?? ""), until: Date.parse(time.until ?? "") };
}

export function flagsOf(of: { readonly flags: string | null }): readonly string[] {
  return (of.flags ?? "").split(" ").filter(Boolean);
}

/** Participants, then staff, then guests; each only if there is somebody. */
export function byRole(people: readonly Person[]): readonly (readonly [string, Person[]])[] {
  return (["participant", "staff", "guest"] as const)
    .map((role) => [role, people.filter((person) => person.role === role)] as const)
    .filter(([, found]) => found.length > 0);
}
