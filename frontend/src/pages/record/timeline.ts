// The picture of a session as numbers: lanes, bars, marks, and where on a line a moment lies.

import type { Attendance, Entry, Person } from "../../api/record";
import { msOf } from "./clock";
import { type Figure, numbers, spanOf } from "./figures";

export type Span = { readonly since: number; readonly until: number };

/** Something at a moment of a lane; `figure` is the one that it belongs to. */
export type Mark = { readonly at: number; readonly entry: number; readonly figure: Figure };

export type Lane = {
  readonly row: number;
  readonly person: Person;
  readonly present: readonly Span[];
  readonly credited: readonly Span[];
  readonly gaps: readonly Span[];
  readonly waiting: readonly Span[];
  readonly away: readonly Span[];
  readonly marks: readonly Mark[];
};

export type Picture = Span & {
  readonly running: readonly Span[];
  readonly breaks: readonly Span[];
  readonly holds: readonly Span[];
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  readonly started: number | null;
  readonly ended: number | null;
  readonly lanes: readonly Lane[];
  /** How far the clinic's clock is ahead of UTC, in ms. */
  readonly offset: number;
};

const MARKED: readonly Figure[] = [
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
];
const PUT_OUT = new Set(["Removed", "RefusedEntry", "SentBack"]);
// How far from people's presence the plan and signs may lie and still be in the picture.
const BEYOND = 0.25;
const MARGIN = 0.015;

/** The picture of an attendance; `entries` are those of its ledger that are known. */
export function picture(attendance: Attendance, entries: readonly Entry[]): Picture {
  const { meeting } = attendance;
  const ofGroup = (what: string) =>
    attendance.times.filter((one) => one.row === null && one.what === what).map(spanOf);
  const known = new Map(entries.map((entry) => [entry.entry, entry]));
  const drawn = attendance.people.map((person) => lane(attendance, person, known));
  const [started, ended] = [msOf(meeting.actual_start), msOf(meeting.actual_end)];
  const plan = [msOf(meeting.planned_start), msOf(meeting.planned_end)];
  const happened = [
    ...drawn.flatMap((one) => [...one.present, ...one.waiting, ...one.gaps]),
    ...ofGroup("running"),
  ].flatMap((span) => [span.since, span.until]);
  const around = [...plan, ...drawn.flatMap((one) => one.marks.map((mark) => mark.at))];
  const window = spanning(happened, around, Date.parse(attendance.meeting.upto ?? ""));
  const shows = (at: number) => at >= window.since && at <= window.until;
  const inside = (at: number | null | undefined) =>
    at !== null && at !== undefined && shows(at) ? at : null;
  const lanes = drawn.map((one) => ({
    ...one,
    marks: one.marks.filter((mark) => shows(mark.at)),
  }));
  return {
    ...window,
    running: ofGroup("running"),
    breaks: ofGroup("break"),
    holds: ofGroup("hold"),
    plannedStart: inside(plan[0]),
    plannedEnd: inside(plan[1]),
    started,
    ended,
    lanes,
    offset: offsetOf(meeting.planned_start_local),
  };
}

function lane(attendance: Attendance, person: Person, known: ReadonlyMap<number, Entry>): Lane {
  const times = attendance.times.filter((one) => one.row === person.row);
  const own = (what: string) => times.filter((one) => one.what === what).map(spanOf);
  const sources = new Map(
    attendance.sources
      .filter((one) => one.row === person.row)
      .map((one) => [one.figure, numbers(one.entries)]),
  );
  const told = (figure: string) =>
    (sources.get(figure) ?? []).flatMap((number) => known.get(number) ?? []);
  return {
    row: person.row,
    person,
    present: own("present"),
    credited: own("credited"),
    gaps: own("gap"),
    waiting: own("waiting"),
    away: own("away"),
    marks: marks(sources, told, known),
  };
}

function marks(
  sources: ReadonlyMap<string | null, readonly number[]>,
  told: (figure: string) => readonly Entry[],
  known: ReadonlyMap<number, Entry>,
): readonly Mark[] {
  const counted = MARKED.flatMap((figure) =>
    told(figure).map((entry) => ({ at: atOf(entry), entry: entry.entry, figure })),
  );
  const about = new Set(["status", "present", "waiting"].flatMap((one) => sources.get(one) ?? []));
  const out = [...about].flatMap((number) => {
    const entry = known.get(number);
    if (entry === undefined || !PUT_OUT.has(entry.kind ?? "")) return [];
    return [{ at: atOf(entry), entry: number, figure: "status" as const }];
  });
  return [...counted, ...out].sort((one, other) => one.at - other.at || one.entry - other.entry);
}

/** When an entry happened: a lost connection at its last sign of life. */
export function atOf(entry: Entry): number {
  const lost = entry.kind === "ConnectionLost" ? entry.event.as_of : undefined;
  return typeof lost === "number" ? lost : Date.parse(entry.at ?? "");
}

/** What happened, and what lies around it where that is not far. */
function spanning(
  happened: readonly number[],
  around: readonly (number | null)[],
  upto: number,
): Span {
  const more = around.filter((at) => at !== null);
  const known = happened.length > 0 ? happened : more.length > 0 ? more : [upto, upto + 1];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const near = (last - first) * BEYOND;
  const close = more.filter((at) => at >= first - near && at <= last + near);
  const [since, until] = [Math.min(first, ...close), Math.max(last, ...close)];
  const margin = Math.max((until - since) * MARGIN, 1000);
  return { since: since - margin, until: until + margin };
}

function offsetOf(local: string | null): number {
  const found = /([+-])(\d\d):(\d\d)$/.exec(local ?? "");
  if (found === null) return 0;
  const ms = (Number(found[2]) * 60 + Number(found[3])) * 60_000;
  return found[1] === "-" ? -ms : ms;
}

/** Where a moment lies on a line of so many pixels. */
export function scale(window: Span, width: number): (at: number) => number {
  const per = width / (window.until - window.since);
  return (at) => Math.max(0, Math.min(width, (at - window.since) * per));
}

const STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Round moments of the clinic's clock, at least `apart` pixels from each other. */
export function ticks(shown: Picture, width: number, apart = 64): readonly number[] {
  const length = shown.until - shown.since;
  const least = (length * apart) / width;
  const step = (STEPS_S.find((seconds) => seconds * 1000 >= least) ?? 14_400) * 1000;
  const first = Math.ceil((shown.since + shown.offset) / step) * step - shown.offset;
  const found: number[] = [];
  for (let at = first; at <= shown.until; at += step) found.push(at);
  return found;
}

export type Label = {
  readonly x: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
};

/** Labels in as few lines as keeps them off each other; what stands further on gives way. */
export function lines<L extends Label>(
  labels: readonly L[],
  letter = 7.2,
): readonly (L & { readonly line: number })[] {
  const taken: [number, number][][] = [];
  return labels.map((label) => {
    const width = label.text.length * letter + 12;
    const left = label.x - { start: 0, middle: width / 2, end: width }[label.anchor];
    const free = (line: readonly [number, number][]) =>
      line.every(([from, to]) => left >= to || left + width <= from);
    const found = taken.findIndex(free);
    const line = found === -1 ? taken.length : found;
    taken[line] = [...(taken[line] ?? []), [left, left + width]];
    return { ...label, line };
  });
}

/** In the order in which they are drawn: a hand lies above the turn that follows it. */
export function layered(marks: readonly Mark[]): readonly Mark[] {
  const above = (mark: Mark) => Number(mark.figure === "hands_raised");
  return marks.toSorted((one, other) => above(one) - above(other));
}

/** Something of a lane that can be stopped at, in order of time. */
export type Stop = {
  readonly at: number;
  readonly until?: number;
  readonly entry?: number;
  readonly what: Figure;
};

/** The stops of a lane, as somebody goes along it by the arrow keys. */
export function stops(one: Lane): readonly Stop[] {
  const spans = (found: readonly Span[], what: Figure): Stop[] =>
    found.map((span) => ({ at: span.since, until: span.until, what }));
  return [
    ...spans(one.waiting, "waiting"),
    ...spans(one.present, "present"),
    ...spans(one.gaps, "gaps"),
    ...spans(one.away, "away"),
    ...one.marks.map((mark) => ({ at: mark.at, entry: mark.entry, what: mark.figure })),
  ].sort((first, second) => first.at - second.at);
}
