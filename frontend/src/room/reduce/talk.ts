// Chat, its modes, and announcements.

import type { EventFrame, MessageView, Text } from "../../api/protocol.gen";
import type { Part } from "../reducer";

export const talk: Part = (room, event, frame) => {
  switch (event.type) {
    case "Posted":
      return { ...room, messages: [...room.messages, message(event, event.about, frame)] };
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

function message(
  event: { readonly message: string; readonly seat: string },
  about: string | null,
  frame: EventFrame,
): MessageView {
  const text = (frame.private as Text | null)?.text ?? null;
  const { message: id, seat } = event;
  return { message: id, seat, name: frame.name ?? "", about, at: frame.at, text };
}
