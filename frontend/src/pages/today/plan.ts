// What a person's day is: the next session, what is left to do before it, the week. Pure.

import type { Agreement, EmergencyContact } from "../../api/account";
import type { CheckIns, OwnSession, Session, Week } from "../../api/sessions";

const DAY_MS = 86_400_000;
/** How far ahead is looked. */
export const AHEAD_DAYS = 14;

const OVER: readonly Session["phase"][] = ["ended", "not_held", "cancelled"];
const ENTER: readonly Session["reach"][number][] = ["staff", "participant", "guest"];

export const startOf = (session: Session) => Date.parse(session.starts_at);
export const endOf = (session: Session) => Date.parse(session.ends_at);

/** Whether one can go in now. */
export function isOpen(session: Session): boolean {
  return session.phase !== "scheduled" && !OVER.includes(session.phase);
}

/** Whether the person takes part, so that it counts for them. */
export function takesPart(session: Session): boolean {
  return session.reach.includes("participant");
}

/** What is open, or else what comes first; what was called off is not to come. */
export function next(sessions: readonly Session[], now: number): Session | undefined {
  const mine = sessions.filter((one) => one.reach.some((reach) => ENTER.includes(reach)));
  // A group that was extended is open after its planned end.
  return mine.find(isOpen) ?? mine.find((one) => one.phase === "scheduled" && endOf(one) > now);
}

/** Everything else within the next two weeks, called off or not. */
export function coming(sessions: readonly Session[], now: number): readonly Session[] {
  const first = next(sessions, now);
  const until = now + AHEAD_DAYS * DAY_MS;
  return sessions.filter(
    (one) =>
      one !== first &&
      startOf(one) < until &&
      (isOpen(one) ||
        (endOf(one) > now && (one.phase === "scheduled" || one.phase === "cancelled"))),
  );
}

/** What was called off and would have begun within a day: to be said before anything else. */
export function calledOff(sessions: readonly Session[], now: number): readonly Session[] {
  return sessions.filter(
    (one) => one.phase === "cancelled" && endOf(one) > now && startOf(one) < now + DAY_MS,
  );
}

export type Todo =
  | { readonly what: "agreement"; readonly done: false; readonly agreement: Agreement }
  | { readonly what: "signed" | "contact" | "checkIn"; readonly done: boolean };

/** What is to be done before one goes in, and what is done already. */
export function todo(
  unsigned: readonly Agreement[],
  contact: EmergencyContact | null | undefined,
  checkIns: CheckIns | undefined,
): readonly Todo[] {
  const asked = checkIns?.form != null;
  const due = checkIns?.due.includes("before") ?? false;
  const answered = checkIns?.done.includes("before") ?? false;
  return [
    ...unsigned.map((agreement) => ({ what: "agreement", done: false, agreement }) as const),
    ...(unsigned.length === 0 ? [{ what: "signed", done: true } as const] : []),
    { what: "contact", done: Boolean(contact?.phone) },
    ...(asked && (due || answered) ? [{ what: "checkIn", done: !due } as const] : []),
  ];
}

export type WeekRow = {
  readonly id: string;
  readonly group: string;
  readonly starts: number;
  /** A word of the record; `planned` and `cancelled` where there is none. */
  readonly status: string;
  /** What counts, in whole minutes; null where there is nothing to count yet. */
  readonly minutes: number | null;
  readonly counting: boolean;
};

/** Each session of the week: what the record says of it, or that it is still to come. */
export function weekRows(week: Week, sessions: readonly Session[]): readonly WeekRow[] {
  const onRecord = new Set(week.sessions.map((one) => one.session));
  const planned = sessions.filter(
    (one) =>
      takesPart(one) &&
      !onRecord.has(one.id) &&
      (one.phase === "scheduled" || one.phase === "cancelled") &&
      one.planned_date >= week.since &&
      one.planned_date <= week.until,
  );
  const rows = [...week.sessions.map(recorded), ...planned.map(still)];
  return rows.sort((one, other) => one.starts - other.starts);
}

/** What counts so far, in minutes. */
export function sum(rows: readonly WeekRow[]): number {
  return rows.reduce((all, row) => all + (row.minutes ?? 0), 0);
}

function recorded(one: OwnSession): WeekRow {
  const none = one.status === "cancelled" || one.status === "not_held" || one.status === "expected";
  return {
    id: one.session,
    group: one.group.name,
    starts: Date.parse(one.starts_at),
    status: one.status,
    minutes: none ? null : one.credited_min,
    counting: one.provisional,
  };
}

function still(one: Session): WeekRow {
  return {
    id: one.id,
    group: one.group.name,
    starts: startOf(one),
    status: one.phase === "cancelled" ? "cancelled" : "planned",
    minutes: null,
    counting: false,
  };
}
