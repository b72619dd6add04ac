// What is worth saying aloud for a moment when an event comes in. Pure.

import type { EventFrame, Reacted } from "../api/protocol.gen";
import { MAIN } from "./reduce/places";
import { nameOf, person, type Room } from "./state";

export type Notice = {
  readonly key: string;
  readonly tone: "pine" | "sun" | "care";
  readonly values?: Readonly<Record<string, string | number>>;
  /** A moment to be shown in the reader's own clock. */
  readonly time?: number;
  readonly reaction?: Reacted["reaction"];
  /** The code of a refusal, whose sentence the page has in the reader's language. */
  readonly code?: string;
  /** Read aloud only: what is seen says it already. */
  readonly quiet?: boolean;
};

/** The notice of an event, as the room was after it; null for most. */
export function noticeOf(room: Room, { event }: EventFrame): Notice | null {
  const mine = "seat" in event && event.seat === room.you.seat;
  switch (event.type) {
    case "Warned":
      return warned(event.left_s);
    case "Started":
      return { key: "notice.started", tone: "pine" };
    case "BreakStarted":
      return { key: "notice.break", tone: "sun", time: event.until };
    case "BreakEnded":
      return { key: "notice.breakEnded", tone: "pine" };
    case "Held":
      return { key: "notice.held", tone: "sun" };
    case "Resumed":
      return { key: "notice.resumed", tone: "pine" };
    case "Extended":
      return { key: "notice.extended", tone: "sun", time: event.ends_at };
    case "Muted":
      return mine ? { key: "notice.muted", tone: "sun" } : null;
    case "AllMuted":
      return room.staff === null ? { key: "notice.allMuted", tone: "sun" } : null;
    case "CameraTurnedOff":
      return mine ? { key: "notice.cameraOff", tone: "sun" } : null;
    case "UnmuteAllowed":
      return { key: event.allowed ? "notice.mayUnmute" : "notice.stayMuted", tone: "sun" };
    case "TextAllowed":
      return { key: event.allowed ? "notice.mayText" : "notice.noText", tone: "sun" };
    case "ChatModeSet":
      return { key: `notice.chat_${event.mode}`, tone: "sun", quiet: true };
    case "GuestInvited":
      return { key: "notice.guest", tone: "pine", values: { name: event.guest.name } };
    case "LeadChanged":
      return { key: "notice.lead", tone: "pine", values: { name: nameOf(room, event.seat) } };
    case "RecallStarted":
      // In a side room the head of the page counts down.
      return {
        ...{ key: "notice.recall", tone: "sun", time: event.closes_at },
        quiet: person(room, room.you.seat)?.place !== MAIN,
      };
    case "PlacesClosed":
      return { key: "notice.placesClosed", tone: "pine" };
    case "Spotlighted":
      // It changes nothing to be seen elsewhere.
      if (event.place !== (person(room, room.you.seat)?.place ?? MAIN)) return null;
      return event.seat === null
        ? { key: "notice.spotlightNone", tone: "pine", quiet: true }
        : { key: "notice.spotlight", tone: "pine", ...of(room, event.seat), quiet: true };
    case "InvitedToShare":
      // A card on the page says it, and waits for an answer.
      return mine ? { key: "notice.invitedToShare", tone: "pine", quiet: true } : null;
    case "InvitationWithdrawn":
      return mine ? { key: "notice.invitationWithdrawn", tone: "sun", quiet: true } : null;
    case "SharingStarted":
      if (mine) return null;
      return { key: "notice.sharing", tone: "pine", ...of(room, event.seat), quiet: true };
    case "SharingStopped":
      return mine && event.by !== event.seat ? { key: "notice.sharingStopped", tone: "sun" } : null;
    case "Knocked":
      if (room.staff === null) return null;
      return {
        key: "notice.knocked",
        tone: "sun",
        values: { name: nameOf(room, event.seat) },
        quiet: true,
      };
    case "RoundOpened":
      return { key: "notice.roundOpened", tone: "pine" };
    case "Reacted":
      return {
        key: "notice.reaction",
        tone: "pine",
        values: { name: nameOf(room, event.seat) },
        reaction: event.reaction,
        quiet: true,
      };
    default:
      return null;
  }
}

/** What is said to somebody who has just been brought to another place; the event is no frame. */
export function movedNotice(before: Room | null, now: Room): Notice | null {
  const from = before === null ? undefined : person(before, before.you.seat)?.place;
  const to = person(now, now.you.seat)?.place;
  if (from === undefined || to === undefined || from === to) return null;
  if (to === MAIN)
    return { key: now.places ? "notice.movedMain" : "notice.placesClosed", tone: "pine" };
  const name = now.places?.open.find((one) => one.place === to)?.name ?? "";
  const time = now.places?.closes_at ?? null;
  // The head of the page says it for as long as one is there.
  const said = { tone: "pine", values: { name }, quiet: true } as const;
  return time === null
    ? { key: "notice.place", ...said }
    : { key: "notice.placeUntil", ...said, time };
}

function of(room: Room, seat: string) {
  return { values: { name: nameOf(room, seat) } };
}

function warned(left_s: number): Notice {
  if (left_s === 600 || left_s === 300 || left_s === 60)
    return { key: `notice.left_${left_s}`, tone: "sun" };
  return { key: "notice.left", tone: "sun", values: { minutes: Math.round(left_s / 60) } };
}
