// What the room says of one's own media, and of whom one may see and hear. Pure.

import type { Event, You } from "../api/protocol.gen";
import { person, type Room } from "../room/state";
import type { Source } from "./sound";

const OPEN: readonly Room["times"]["phase"][] = ["door_open", "running", "on_break", "on_hold"];

export type Stand = Readonly<Record<Source, boolean>> & {
  /** Whether one may have media at all now. */
  readonly may: boolean;
  /** Where one is; null where one may not. */
  readonly place: string | null;
};

export const NOWHERE: Stand = {
  ...{ may: false, place: null, microphone: false, camera: false, share: false },
};

/** One's own: nothing for whoever is not inside, has stepped away or only reads. */
export function stand(room: Room | null): Stand {
  const one = room === null ? undefined : person(room, room.you.seat);
  if (room === null || one === undefined || room.you.standing !== "inside") return NOWHERE;
  const away = room.you.away || one.state === "away";
  if (away || one.follows === "text" || !OPEN.includes(room.times.phase)) return NOWHERE;
  return {
    ...{ may: true, place: one.place },
    ...{ microphone: one.microphone, camera: one.camera, share: one.shares !== null },
  };
}

/** What a facilitator has just turned off of one's own. */
export function silenced(event: Event, you: You): readonly Source[] {
  const mine = "seat" in event && event.seat === you.seat;
  const all = event.type === "AllMuted" || event.type === "Held";
  if ((event.type === "Muted" && mine) || (all && you.role !== "staff")) return ["microphone"];
  if (event.type === "CameraTurnedOff" && mine) return ["camera"];
  return event.type === "SharingStopped" && mine ? ["share"] : [];
}

/** Whether the room lets a seat's microphone, camera or share through to this person. */
export function lets(room: Room | null, seat: string, source: Source): boolean {
  if (room === null) return false;
  const [one, you] = [person(room, seat), person(room, room.you.seat)];
  if (one === undefined || you === undefined || one.place !== you.place) return false;
  return source === "share" ? one.shares !== null : one[source];
}

/** Who else of one's place may have media. */
export function beside(room: Room): readonly { readonly seat: string }[] {
  const place = person(room, room.you.seat)?.place;
  return room.people
    .filter((one) => one.place === place && one.seat !== room.you.seat)
    .filter((one) => one.state !== "away" && one.follows !== "text")
    .map(({ seat }) => ({ seat }));
}
