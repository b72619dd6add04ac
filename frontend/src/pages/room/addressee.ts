// To whom a text goes: settled as soon as there is one, and never changed by itself. Pure.

import { nameOf, over, type Room } from "../../room/state";
import type { Draft } from "../../room/store";
import { yourPlace } from "./places/place";

/** Why a text goes to nobody as it stands: one has to choose anew. */
export type Lost =
  | { readonly why: "gone"; readonly name: string }
  | { readonly why: "moved" | "resting" | "open" | "nobody" };

/** Whom one may write to at this moment: the group, the staff, or seats. */
export function reached(room: Room): readonly string[] {
  const seats = room.staff?.expected.filter((one) => one.role !== "staff" && one.connections > 0);
  return [
    ...(toGroup(room) ? ["group"] : []),
    ...(room.staff ? [] : ["staff"]),
    ...(seats?.map((one) => one.seat) ?? []),
  ];
}

/** To whom it goes, or why to nobody; `open` is where nobody was chosen yet. */
export function addressee(room: Room, draft: Draft): string | Lost {
  const targets = reached(room);
  if (targets.length === 0) return { why: "nobody" };
  if (draft.text === "") return anew(targets, draft.picked, room);
  if (draft.fixed === null) return { why: "open" };
  const { to, place } = draft.fixed;
  if (!targets.includes(to)) return missed(room, to);
  // A side room is not the group, nor is another one.
  return to === "group" && place !== yourPlace(room) ? { why: "moved" } : to;
}

function anew(targets: readonly string[], picked: string | null, room: Room): string | Lost {
  if (picked !== null && targets.includes(picked)) return picked;
  if (picked !== null && picked !== "group" && picked !== "staff") return missed(room, picked);
  // No one person stands in for the group.
  return targets.find((one) => one === "group" || one === "staff") ?? { why: "open" };
}

function missed(room: Room, to: string): Lost {
  if (to === "group") return { why: "resting" };
  return to === "staff" ? { why: "open" } : { why: "gone", name: nameOf(room, to) };
}

function toGroup(room: Room): boolean {
  const { phase } = room.times;
  if (room.you.standing !== "inside" || over(phase) || phase === "on_hold") return false;
  return room.chat === "open" || room.staff !== null;
}
