// Side rooms: which are open and until when, and who is where.

import type { Part } from "../reducer";
import { type Room, withEveryone, withPerson } from "../state";

/** Where everyone is before anybody goes anywhere. */
export const MAIN = "main";

export const places: Part = (room, event) => {
  switch (event.type) {
    case "PlacesOpened":
      return { ...room, places: { open: event.places, closes_at: event.closes_at } };
    case "Moved":
      return withPerson(room, event.seat, { place: event.place });
    case "RecallStarted":
      if (room.places === null) return room;
      return { ...room, places: { ...room.places, closes_at: event.closes_at } };
    case "PlacesClosed":
      return together({ ...room, places: null });
    default:
      return room;
  }
};

function together(room: Room): Room {
  return withEveryone(room, (one) => (one.place === MAIN ? one : { ...one, place: MAIN }));
}
