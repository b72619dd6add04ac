// Who knocks, comes in, goes, loses the connection and finds it again.

import type {
  Attestation,
  Event,
  EventFrame,
  Knocked,
  RefusedEntry,
  Removed,
  VisitorView,
} from "../../api/protocol.gen";
import type { Part } from "../reducer";
import {
  added,
  departed,
  person,
  type Room,
  standing,
  withExpected,
  withPerson,
  withStaff,
  withVisitor,
  withYou,
} from "../state";

export const arrivals: Part = (room, event, frame) => {
  switch (event.type) {
    case "Knocked":
      return knocked(room, event, frame);
    case "Admitted":
    case "CameBack":
      return arrived(room, event.seat, frame);
    case "Left":
      return left(room, event.seat);
    case "GivenUp":
      return departed(room, event.seat, "left");
    case "RefusedEntry":
      return keptOut(standing(room, event.seat, "refused"), event);
    case "Removed":
      return keptOut(departed(room, event.seat, "removed"), event);
    case "SentBack":
      return reasoned(departed(room, event.seat, "waiting"), event.seat, null);
    case "LetIn":
      return reasoned(standing(room, event.seat, "outside"), event.seat, null);
    case "Locked":
      return { ...room, locked: true };
    case "Unlocked":
      return { ...room, locked: false };
    case "Connected":
      return counted(connected(room, event.seat, true), event.seat, 1);
    case "ConnectionLost":
      return counted(event.last ? connected(room, event.seat, false) : room, event.seat, -1);
    case "SteppedAway":
      return away(room, event.seat, event.why ?? null);
    case "SteppedBack":
      return away(room, event.seat, undefined);
    default:
      return room;
  }
};

// What the door knows of somebody who has not knocked.
const UNHEARD = {
  ...{ knocked_at: 0, first_complete: null, complete: false, look: false },
  ...{ late: false, state: "", reason: null, answers: null },
};

/** The seat in which this event found somebody else: nothing they did there is its person's. */
export function vacated(event: Event): string | null {
  const keptOut = event.type === "Removed" || event.type === "RefusedEntry";
  return keptOut && event.reason === "not_this_person" ? event.seat : null;
}

function keptOut(room: Room, event: Removed | RefusedEntry): Room {
  const { seat, reason } = event;
  if (vacated(event) === null) return reasoned(room, seat, reason);
  return withVisitor(withYou(room, seat, { complete: false }), seat, { ...UNHEARD, reason });
}

function knocked(room: Room, event: Knocked, frame: EventFrame): Room {
  const complete = event.answered && !event.unsigned;
  const now = person(room, event.seat) ? "inside" : "waiting";
  const told = withYou(room, event.seat, { complete });
  const answers = frame.private as Attestation | null;
  const known = withStaff(told, (staff) => {
    const before = staff.visitors.find((one) => one.seat === event.seat);
    const visitor = before ?? newcomer(told, event.seat);
    if (visitor === undefined) return {};
    const first = visitor.first_complete ?? (complete ? frame.at : null);
    const { look, state } = event;
    const said = event.unchanged ? visitor.answers : answers;
    const fresh: VisitorView = {
      ...visitor,
      ...{ knocked_at: visitor.knocked_at || frame.at, first_complete: first, complete },
      ...{ look, state, reason: null, late: late(told, first), answers: said },
    };
    return { visitors: added(staff.visitors, fresh) };
  });
  return standing(known, event.seat, now);
}

/** Whether a first complete knock came after the cut-off; nobody is late before the start. */
export function late(room: Room, first: number | null): boolean {
  const { started_at, starts_at } = room.times;
  if (first === null || started_at === null || room.staff === null) return false;
  return first > Math.max(starts_at, started_at) + room.staff.late_cutoff_s * 1000;
}

function newcomer(room: Room, seat: string): VisitorView | undefined {
  const known = room.staff?.expected.find((one) => one.seat === seat);
  if (known === undefined) return undefined;
  const { name, role, standing: now, connections } = known;
  return { seat, name, role, standing: now, connected: connections > 0, ...UNHEARD };
}

function arrived(room: Room, seat: string, frame: EventFrame): Room {
  const inside = frame.person ? { ...room, people: added(room.people, frame.person) } : room;
  const known = withStaff(inside, (staff) => {
    const visitor = staff.visitors.find((one) => one.seat === seat) ?? newcomer(inside, seat);
    return visitor ? { visitors: added(staff.visitors, { ...visitor, reason: null }) } : {};
  });
  return standing(known, seat, "inside");
}

function left(room: Room, seat: string): Room {
  const known = room.staff?.expected.find((one) => one.seat === seat)?.standing;
  const now = seat === room.you.seat ? room.you.standing : known;
  // To staff, a removal is followed by the leaving that peers see.
  return departed(room, seat, now === "removed" || now === "refused" ? now : "left");
}

function reasoned(room: Room, seat: string, reason: string | null): Room {
  return withVisitor(room, seat, { reason });
}

function connected(room: Room, seat: string, now: boolean): Room {
  const one = person(room, seat);
  const state = one?.state === "away" ? "away" : now ? "here" : "reconnecting";
  return withVisitor(withPerson(room, seat, { connected: now, state }), seat, { connected: now });
}

function counted(room: Room, seat: string, step: number): Room {
  const known = room.staff?.expected.find((one) => one.seat === seat);
  return known ? withExpected(room, seat, { connections: known.connections + step }) : room;
}

function away(room: Room, seat: string, why: string | null | undefined): Room {
  const gone = why !== undefined;
  const told = withYou(room, seat, { away: gone });
  if (gone) {
    const silent = { microphone: false, camera: false };
    return withPerson(told, seat, { state: "away", why: room.staff ? why : null, ...silent });
  }
  const state = person(room, seat)?.connected ? "here" : "reconnecting";
  return withPerson(told, seat, { state, why: null });
}
