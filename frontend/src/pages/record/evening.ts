// An evening for tests: bob stays, eve comes late and drops, finn never comes.

import type { Attendance, Entry, Person } from "../../api/record";

export const SIX = Date.parse("2026-11-17T18:00:00-06:00");

/** So many minutes after six, as the API writes it. */
export function at(minutes: number): string {
  return new Date(SIX + minutes * 60_000).toISOString();
}

export function entry(number: number, minutes: number, kind: string, event = {}): Entry {
  return {
    ...{ entry: number, kind, event, at: at(minutes), at_local: at(minutes) },
    ...{ actor: "Bob", person: "Bob", to: "group", sealed: false, hash: "ab" },
  };
}

function person(row: number, name: string, more: Partial<Person> = {}): Person {
  return {
    ...{ row, person: name, seat: `s_${row}`, role: "participant", function: null },
    ...{ credential: null, status: "present", removed_for: null, late_s: 0, early_s: 0 },
    ...{ first_in: null, first_in_local: null, last_out: null, last_out_local: null },
    ...{ present_ms: 0, credited_ms: 0, credited_s: 0, credited_min: 0, away_ms: 0 },
    ...{ waiting_ms: 0, gaps: 0, gaps_ms: 0, led_ms: 0, hands_raised: 0, called_on: 0 },
    ...{ talked_ms: 0, talked_by: "none" as const, microphone_ms: 0, camera_ms: 0 },
    ...{ turns_taken: 0, turns_passed: 0, prompts_answered: 0, prompts_by_activity: 0 },
    ...{ prompts_missed: 0, messages_group: 0, messages_private: 0, reactions: 0 },
    ...{ checkins_done: 0, connection_losses: 0, flags: null, provisional: false },
    ...more,
  };
}

function time(row: number | null, what: string, since: number, until: number) {
  return {
    ...{ row, person: null, what, since: at(since), since_local: null },
    ...{ until: at(until), until_local: null, length_ms: (until - since) * 60_000 },
  };
}

function source(row: number | null, figure: string, entries: string) {
  return { row, person: null, figure, entries };
}

export const attendance = {
  session: "01a20d48",
  meeting: {
    ...{ zone: "America/Chicago", upto: at(125), flags: null, provisional: false },
    ...{ planned_start: at(0), planned_end: at(120) },
    ...{ planned_start_local: "2026-11-17T18:00:00.000-06:00" },
    opened_local: "2026-11-17T17:45:00.000-06:00",
    ...{ actual_start: at(2), actual_end: at(120) },
  },
  people: [
    person(1, "Bob"),
    person(2, "Eve", { status: "late" }),
    person(3, "Finn", { status: "absent" }),
    person(4, "Alice", { role: "staff" }),
  ],
  times: [
    time(null, "running", 2, 50),
    time(null, "running", 60, 120),
    time(null, "break", 50, 60),
    time(1, "waiting", -6, -5),
    time(1, "present", -5, 120),
    time(1, "credited", 2, 50),
    time(1, "credited", 60, 120),
    time(2, "waiting", 9, 12),
    time(2, "waiting", 80, 82),
    time(2, "away", 30, 34),
    time(2, "present", 12, 70),
    time(2, "gap", 70, 75),
    time(2, "present", 75, 120),
    time(4, "present", -10, 120),
  ],
  sources: [
    source(null, "start", "7"),
    source(1, "hands_raised", "9 14"),
    source(1, "credited", "3 7 20"),
    source(1, "waiting", "2 3"),
    source(2, "waiting", "5 6 11 12"),
    source(2, "away", "15 16"),
    source(2, "status", "12 13"),
  ],
  ...{ corrections: [], signatures: [] },
} as unknown as Attendance;

export const entries: readonly Entry[] = [
  entry(2, -6, "Knocked"),
  entry(3, -5, "Admitted"),
  entry(5, 9, "Knocked"),
  entry(6, 12, "Admitted"),
  entry(9, 20, "HandRaised"),
  entry(11, 80, "SentBack"),
  entry(12, 82, "CameBack"),
  entry(13, 90, "Removed"),
  entry(14, 200, "HandRaised"),
  entry(15, 30, "SteppedAway"),
  entry(16, 34, "SteppedBack"),
];
