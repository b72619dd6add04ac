// Where everyone sits: the lead at the top, then the same order for everyone. Pure.

import type { PersonView } from "../api/protocol.gen";
import type { Room } from "./state";

export type Place = {
  readonly person: PersonView;
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly hand: number | null;
  readonly floor: boolean;
  readonly shade: number;
};

/** What of a room the circle shows. */
export type Sitting = Pick<Room, "people" | "hands" | "called" | "round">;

export const SIZE = 320;
const MIDDLE = SIZE / 2;
export const RADIUS = 122;

/** The people in seating order, the lead first. */
export function seated(room: Pick<Room, "people">): readonly PersonView[] {
  const lead = room.people.find((one) => one.leads);
  return lead ? [lead, ...room.people.filter((one) => one !== lead)] : room.people;
}

/** Who has the floor now, by go-round or by being called on. */
export function floorOf(room: Pick<Room, "round" | "called">): string | null {
  return room.round?.turn?.seat ?? room.called;
}

export function places(room: Sitting): readonly Place[] {
  const people = seated(room);
  const floor = floorOf(room);
  return people.map((person, index) => {
    const turn = index / Math.max(people.length, 1);
    const hand = room.hands.findIndex((one) => one.seat === person.seat);
    return {
      person,
      ...at(turn),
      turn,
      hand: hand < 0 ? null : hand + 1,
      floor: person.seat === floor,
      shade: shade(person.seat),
    };
  });
}

/** A point on the circle; turns go clockwise from the top. */
export function at(turn: number, radius = RADIUS): { readonly x: number; readonly y: number } {
  const angle = turn * 2 * Math.PI;
  return { x: MIDDLE + radius * Math.sin(angle), y: MIDDLE - radius * Math.cos(angle) };
}

/** The seat's radius: smaller where many sit. */
export function seatRadius(count: number): number {
  const room = (2 * Math.PI * RADIUS) / Math.max(count, 1);
  return Math.max(12, Math.min(27, room / 2 - 7));
}

/** The way of the go-round as an SVG path, from the top to whoever has the turn. */
export function arc(to: number): string {
  const from = at(0);
  const end = at(to);
  return `M ${from.x} ${from.y} A ${RADIUS} ${RADIUS} 0 ${to > 0.5 ? 1 : 0} 1 ${end.x} ${end.y}`;
}

/** What stands in a seat. */
export function initials(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").slice(0, 2);
}

const SHADES = 8;

/** A shade of the earth for a seat: the same for the same person, whoever comes and goes. */
export function shade(seat: string): number {
  let sum = 0;
  for (const letter of seat) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % SHADES;
}
