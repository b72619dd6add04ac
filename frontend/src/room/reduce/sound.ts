// Microphones and cameras: what each person's state is, and who may unmute.

import type { Part } from "../reducer";
import { type Room, withEveryone, withPerson, withYou } from "../state";

export const sound: Part = (room, event) => {
  switch (event.type) {
    case "MicrophoneSet":
      return withYou(withPerson(room, event.seat, { microphone: event.on }), event.seat, {
        asked_to_unmute: false,
      });
    case "CameraSet":
      return withPerson(room, event.seat, { camera: event.on });
    case "Muted":
      return withYou(withPerson(room, event.seat, { microphone: false }), event.seat, {
        asked_to_unmute: false,
      });
    case "Following":
      return withPerson(room, event.seat, {
        follows: event.mode,
        ...(event.mode === "text" && { microphone: false, camera: false }),
      });
    case "AllMuted":
      return unasked(silenced(room));
    case "Held":
      return silenced(room);
    case "BreakStarted":
      return room.break_quiet ? blank(silenced(room)) : room;
    case "CameraTurnedOff":
      return withPerson(room, event.seat, { camera: false });
    case "UnmuteAllowed":
      return { ...room, may_unmute: event.allowed };
    case "TextAllowed":
      return { ...room, text_allowed: event.allowed };
    case "UnmuteAsked":
      return withYou(room, event.seat, { asked_to_unmute: true });
    default:
      return room;
  }
};

function unasked(room: Room): Room {
  if (room.you.role === "staff") return room;
  return withYou(room, room.you.seat, { asked_to_unmute: false });
}

function silenced(room: Room): Room {
  return withEveryone(room, (one) =>
    one.role === "staff" || !one.microphone ? one : { ...one, microphone: false },
  );
}

function blank(room: Room): Room {
  return withEveryone(room, (one) =>
    one.role === "staff" || !one.camera ? one : { ...one, camera: false },
  );
}
