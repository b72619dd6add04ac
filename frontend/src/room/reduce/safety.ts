// Asking for help, and alerts.

import type {
  AlertRaised,
  AlertView,
  Attestation,
  EventFrame,
  Words,
} from "../../api/protocol.gen";
import type { Part } from "../reducer";
import { type Room, withStaff, withYou } from "../state";
import { vacated } from "./arrivals";

export const safety: Part = (room, event, frame) => {
  switch (event.type) {
    case "Knocked":
      return event.unchanged
        ? room
        : located(room, event.seat, frame.private as Attestation | null);
    case "Removed":
    case "RefusedEntry":
      return anew(room, vacated(event));
    case "HelpAsked":
      return helped(room, event.staff_here ? "asked" : "nobody_here");
    case "HelpComing":
      return helped(room, "coming");
    case "AlertRaised":
      return withStaff(room, (staff) => ({ alerts: [...staff.alerts, alert(room, event, frame)] }));
    case "AlertAcknowledged":
      return changed(room, event.alert, { by: event.by });
    case "AlertRepeated":
      return changed(room, event.alert, { dropped: true });
    case "Connected":
      return event.first ? allOf(room, event.seat, { dropped: false }) : room;
    case "AlertResolved":
      return changed(room, event.alert, { outcome: event.outcome });
    default:
      return room;
  }
};

function helped(room: Room, how: Room["you"]["helped"]): Room {
  return { ...room, you: { ...room.you, helped: how } };
}

function alert(room: Room, event: AlertRaised, frame: EventFrame): AlertView {
  const words = frame.private as Words | null;
  const said = room.staff?.visitors.find((one) => one.seat === event.seat)?.answers;
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    ...{ alert: event.alert, seat: event.seat, source: event.source, item: event.item },
    ...{ at: frame.at, by: null, dropped: false, outcome: null, somebody_else: false },
    ...{ words: words?.words ?? null, quoted: words?.quoted ?? null },
    ...{ location: text(said?.location), callback: text(said?.callback) },
  };
}

function changed(room: Room, id: string, change: Partial<AlertView>): Room {
  return withStaff(room, (staff) => ({
    alerts: staff.alerts.map((one) => (one.alert === id ? { ...one, ...change } : one)),
  }));
}

/** Every alert about the person of a seat, and not about somebody else who was found there. */
function allOf(room: Room, seat: string, change: Partial<AlertView>): Room {
  return withStaff(room, (staff) => ({
    alerts: staff.alerts.map((one) =>
      one.seat === seat && !one.somebody_else ? { ...one, ...change } : one,
    ),
  }));
}

function located(room: Room, seat: string, said: Attestation | null): Room {
  return allOf(room, seat, { location: said?.location ?? null, callback: said?.callback ?? null });
}

/** What somebody else asked for, staff go on looking after. */
function anew(room: Room, seat: string | null): Room {
  if (seat === null) return room;
  return withYou(allOf(room, seat, { somebody_else: true }), seat, { helped: null });
}
