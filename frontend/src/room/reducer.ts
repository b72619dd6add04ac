// What an event changes: the browser's counterpart of the server's room. Pure.

import type { Event, EventFrame, ServerFrame } from "../api/protocol.gen";
import { arrivals } from "./reduce/arrivals";
import { clock, watch } from "./reduce/clock";
import { floor } from "./reduce/floor";
import { places } from "./reduce/places";
import { safety } from "./reduce/safety";
import { sound } from "./reduce/sound";
import { leaving, stage } from "./reduce/stage";
import { talk } from "./reduce/talk";
import { team } from "./reduce/team";
import { together } from "./reduce/together";
import { canonical, type Room } from "./state";

/** One part of the room: what it makes of an event. The room itself, where that is nothing. */
export type Part = (room: Room, event: Event, frame: EventFrame) => Room;

// In the server's order: what comes later may look at what came before.
const PARTS: readonly Part[] = [
  ...[arrivals, clock, team, floor, leaving, places, sound, stage, talk, together, safety],
];

/** The room after one more event that this person was sent. */
export function reduce(room: Room, frame: EventFrame): Room {
  const after = PARTS.reduce((now, part) => part(now, frame.event, frame), room);
  return watch(after, frame.at);
}

/** The room after any frame; null until the first welcome. */
export function receive(room: Room | null, frame: ServerFrame): Room | null {
  if (frame.type === "welcome") return frame.snapshot ? canonical(frame.snapshot) : room;
  return frame.type === "event" && room !== null ? reduce(room, frame) : room;
}
