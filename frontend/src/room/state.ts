// The room as the page knows it: a snapshot in one canonical order, and the small changes of it.

import type {
  ExpectedView,
  PersonView,
  Snapshot,
  StaffView,
  VisitorView,
  You,
} from "../api/protocol.gen";
import { alike } from "./same";

export type Room = Snapshot;
export type Standing = You["standing"];
export type Phase = Room["times"]["phase"];

const RANK = { staff: 0, participant: 1, guest: 2 } as const;

type Seated = { readonly role: keyof typeof RANK; readonly seat: string };

/** Staff first, then by seat: the same place for the same person, whoever came first. */
function seating(one: Seated, other: Seated): number {
  return RANK[one.role] - RANK[other.role] || (one.seat < other.seat ? -1 : 1);
}

/** A snapshot as the reducer keeps it. */
export function canonical(snapshot: Snapshot): Room {
  const staff = snapshot.staff;
  return {
    ...snapshot,
    you: within(snapshot) ? snapshot.you : { ...snapshot.you, ...roundless(snapshot.you) },
    people: [...snapshot.people].sort(seating),
    staff: staff && {
      ...staff,
      visitors: [...staff.visitors].sort(seating),
      expected: [...staff.expected].sort(seating),
    },
  };
}

/** Whether what happens in the group reaches this person. */
export function within({ you, staff }: Room): boolean {
  return staff !== null || you.standing === "inside";
}

/** Without the answers of a check-in round, which are of the round under way only. */
export function roundless({ answers, checked_in }: Pick<You, "answers" | "checked_in">) {
  const { round: _, ...rest } = answers;
  return { answers: rest, checked_in: checked_in.filter((moment) => moment !== "round") };
}

export function live(phase: Phase): boolean {
  return phase === "running" || phase === "on_break" || phase === "on_hold";
}

export function over(phase: Phase): boolean {
  return phase === "ended" || phase === "not_held" || phase === "cancelled";
}

export function person(room: Room, seat: string): PersonView | undefined {
  return room.people.find((one) => one.seat === seat);
}

/** What the page may call someone; empty where it has never heard of them. */
export function nameOf(room: Room, seat: string): string {
  if (seat === room.you.seat) return room.you.name;
  const known = person(room, seat) ?? room.staff?.expected.find((one) => one.seat === seat);
  return known?.name ?? "";
}

/** Who is shown large in one's own place. */
export function spotOf(room: Pick<Room, "people" | "you" | "spotlights">): string | null {
  const placeOf = (seat: string) => room.people.find((one) => one.seat === seat)?.place;
  const here = placeOf(room.you.seat);
  return room.spotlights.find((seat) => here !== undefined && placeOf(seat) === here) ?? null;
}

export function withPerson(room: Room, seat: string, change: Partial<PersonView>): Room {
  const people = changed(room.people, seat, change);
  return people === room.people ? room : { ...room, people };
}

export function withEveryone(room: Room, change: (one: PersonView) => PersonView): Room {
  const people = kept(room.people, room.people.map(change));
  return people === room.people ? room : { ...room, people };
}

export function withYou(room: Room, seat: string, change: Partial<You>): Room {
  return seat === room.you.seat ? { ...room, you: { ...room.you, ...change } } : room;
}

export function withStaff(room: Room, change: (staff: StaffView) => Partial<StaffView>): Room {
  return room.staff === null ? room : { ...room, staff: { ...room.staff, ...change(room.staff) } };
}

export function withVisitor(room: Room, seat: string, change: Partial<VisitorView>): Room {
  return withStaff(room, (staff) => ({ visitors: changed(staff.visitors, seat, change) }));
}

export function withExpected(room: Room, seat: string, change: Partial<ExpectedView>): Room {
  return withStaff(room, (staff) => ({ expected: changed(staff.expected, seat, change) }));
}

/** Someone stands differently with the room: on their own page, and on those of the staff. */
export function standing(room: Room, seat: string, now: Standing): Room {
  const told = withYou(room, seat, { standing: now });
  return withVisitor(withExpected(told, seat, { standing: now }), seat, { standing: now });
}

export function added<T extends Seated>(list: readonly T[], one: T): readonly T[] {
  return [...list.filter((other) => other.seat !== one.seat), one].sort(seating);
}

/** Someone is no longer inside: their seat, hand and sound go with them. */
export function departed(room: Room, seat: string, now: Standing): Room {
  const rest = {
    ...room,
    people: room.people.filter((one) => one.seat !== seat),
    hands: room.hands.filter((hand) => hand.seat !== seat),
    called: room.called === seat ? null : room.called,
  };
  return standing(withYou(rest, seat, { away: false, asked_to_unmute: false }), seat, now);
}

function changed<T extends { readonly seat: string }>(
  list: readonly T[],
  seat: string,
  change: Partial<T>,
): readonly T[] {
  const after = list.map((one) => {
    if (one.seat !== seat) return one;
    const next = { ...one, ...change };
    return alike(one, next) ? one : next;
  });
  return kept(list, after);
}

/** The list itself where nothing in it is new, so that nothing is drawn anew for it. */
function kept<T>(list: readonly T[], after: readonly T[]): readonly T[] {
  return after.every((one, index) => one === list[index]) ? list : after;
}
