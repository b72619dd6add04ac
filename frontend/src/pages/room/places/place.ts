// The room as one place of it sees it: who is beside one, and who is elsewhere. Pure.

import type { PersonView } from "../../../api/protocol.gen";
import { person, type Room } from "../../../room/state";

export const MAIN = "main";

type Group = Pick<Room, "people" | "you">;

/** Where one is: the main room, or a side room's id. */
export function yourPlace({ people, you }: Group): string {
  return people.find((one) => one.seat === you.seat)?.place ?? MAIN;
}

/** Everyone in one's own place, oneself among them. */
export function besideYou(room: Group): readonly PersonView[] {
  const place = yourPlace(room);
  // The same list where nobody is elsewhere, so that nothing is drawn anew for it.
  return room.people.every((one) => one.place === place)
    ? room.people
    : room.people.filter((one) => one.place === place);
}

/** Everyone who is somewhere else. */
export function elsewhere(room: Group): readonly PersonView[] {
  const place = yourPlace(room);
  return room.people.filter((one) => one.place !== place);
}

/** The room with the people and hands of one's own place only. */
export function ofYourPlace<R extends Group & Pick<Room, "hands">>(room: R): R {
  const people = besideYou(room);
  if (people === room.people) return room;
  const here = new Set(people.map((one) => one.seat));
  return { ...room, people, hands: room.hands.filter((hand) => here.has(hand.seat)) };
}

/** Whether a person is in one's own place. */
export function isBeside(room: Room, seat: string): boolean {
  return person(room, seat)?.place === yourPlace(room);
}

/** What a side room is called; empty for the main room. */
export function placeName({ places }: Pick<Room, "places">, place: string): string {
  return places?.open.find((one) => one.place === place)?.name ?? "";
}
