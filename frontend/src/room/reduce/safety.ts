// Asking for help, and alerts.

import type { AlertRaised, AlertView, EventFrame, Words } from "../../api/protocol.gen";
import type { Part } from "../reducer";
import { type Room, withStaff } from "../state";

export const safety: Part = (room, event, frame) => {
  switch (event.type) {
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
      return event.first ? back(room, event.seat) : room;
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
    ...{ at: frame.at, by: null, dropped: false, outcome: null },
    ...{ words: words?.words ?? null, quoted: words?.quoted ?? null },
    ...{ location: text(said?.location), callback: text(said?.callback) },
  };
}

function changed(room: Room, id: string, change: Partial<AlertView>): Room {
  return withStaff(room, (staff) => ({
    alerts: staff.alerts.map((one) => (one.alert === id ? { ...one, ...change } : one)),
  }));
}

function back(room: Room, seat: string): Room {
  return withStaff(room, (staff) => ({
    alerts: staff.alerts.map((one) => (one.seat === seat ? { ...one, dropped: false } : one)),
  }));
}
