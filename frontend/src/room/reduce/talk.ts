// Chat, its modes, and announcements.

import type { EventFrame, MessageView, Text } from "../../api/protocol.gen";
import type { Part } from "../reducer";
import type { Room } from "../state";
import { vacated } from "./arrivals";
import { MAIN } from "./places";

/** Of the messages of each place and of each line to the staff: as the server's `talk.IN_VIEW`. */
export const IN_VIEW = 300;

export const talk: Part = (room, event, frame) => {
  switch (event.type) {
    case "Posted":
      return {
        ...room,
        messages: posted(room.messages, message(event, event.about, event.place, frame)),
      };
    case "PlacesOpened":
      // What was written in side rooms that were is in the staff's view until now.
      return { ...room, messages: room.messages.filter((one) => one.place === MAIN) };
    case "MessageDeleted":
      return { ...room, messages: room.messages.filter((one) => one.message !== event.message) };
    case "ChatModeSet": {
      const kept = room.messages.filter((one) => event.mode === "open" || one.about !== null);
      return { ...room, chat: event.mode, messages: kept };
    }
    case "Announced":
      return { ...room, announced: message(event, null, MAIN, frame) };
    case "TalkErased":
      return { ...room, messages: [], announced: null };
    case "Removed":
    case "RefusedEntry":
      return closed(room, vacated(event));
    default:
      return room;
  }
};

/** A line with somebody else is not its person's to read; staff go on seeing it. */
function closed(room: Room, seat: string | null): Room {
  if (seat === null || seat !== room.you.seat) return room;
  return { ...room, messages: room.messages.filter((one) => one.about !== seat) };
}

function posted(messages: readonly MessageView[], one: MessageView): readonly MessageView[] {
  const line = messages.filter((known) => known.about === one.about && known.place === one.place);
  const oldest = line.length >= IN_VIEW ? line[0] : undefined;
  return [...messages.filter((known) => known !== oldest), one];
}

function message(
  event: { readonly message: string; readonly seat: string },
  about: string | null,
  place: string,
  frame: EventFrame,
): MessageView {
  const text = (frame.private as Text | null)?.text ?? null;
  const { message: id, seat } = event;
  return { message: id, seat, name: frame.name ?? "", about, at: frame.at, text, place };
}
