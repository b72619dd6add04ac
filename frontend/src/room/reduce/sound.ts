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
      return withPerson(room, event.seat, { microphone: false });
    case "AllMuted":
    case "Held":
      return silenced(room);
    case "CameraTurnedOff":
      return withPerson(room, event.seat, { camera: false });
    case "UnmuteAllowed":
      return { ...room, may_unmute: event.allowed };
    case "UnmuteAsked":
      return withYou(room, event.seat, { asked_to_unmute: true });
    default:
      return room;
  }
};

function silenced(room: Room): Room {
  return withEveryone(room, (one) =>
    one.role === "staff" || !one.microphone ? one : { ...one, microphone: false },
  );
}
