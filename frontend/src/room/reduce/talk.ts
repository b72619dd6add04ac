// Chat, its modes, and announcements.

import type { EventFrame, MessageView, Text } from "../../api/protocol.gen";
import type { Part } from "../reducer";

/** Of the group's messages and of each line to the staff: as the server's `talk.IN_VIEW`. */
export const IN_VIEW = 300;

export const talk: Part = (room, event, frame) => {
  switch (event.type) {
    case "Posted":
      return { ...room, messages: posted(room.messages, message(event, event.about, frame)) };
    case "MessageDeleted":
      return { ...room, messages: room.messages.filter((one) => one.message !== event.message) };
    case "ChatModeSet": {
      const kept = room.messages.filter((one) => event.mode === "open" || one.about !== null);
      return { ...room, chat: event.mode, messages: kept };
    }
    case "Announced":
      return { ...room, announced: message(event, null, frame) };
    case "TalkErased":
      return { ...room, messages: [], announced: null };
    default:
      return room;
  }
};

function posted(messages: readonly MessageView[], one: MessageView): readonly MessageView[] {
  const line = messages.filter((known) => known.about === one.about);
  const oldest = line.length >= IN_VIEW ? line[0] : undefined;
  return [...messages.filter((known) => known !== oldest), one];
}

function message(
  event: { readonly message: string; readonly seat: string },
  about: string | null,
  frame: EventFrame,
): MessageView {
  const text = (frame.private as Text | null)?.text ?? null;
  const { message: id, seat } = event;
  return { message: id, seat, name: frame.name ?? "", about, at: frame.at, text };
}
