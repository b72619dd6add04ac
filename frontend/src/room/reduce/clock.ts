// Phases, breaks, holds and the end; and since when no facilitator is present.

import type { Part } from "../reducer";
import { live, type Room, standing, withStaff } from "../state";
import { late } from "./arrivals";

type Times = Room["times"];

export const clock: Part = (room, event, { at }) => {
  switch (event.type) {
    case "StartDue":
      return withStaff(room, () => ({ start_due: room.times.started_at === null }));
    case "Started":
      return started(room, at);
    case "BreakStarted":
      return timed(room, { phase: "on_break", break_from: at, break_until: event.until });
    case "BreakEnded":
      return afterBreak(room, at);
    case "Extended":
      return withStaff(timed(room, { ends_at: event.ends_at }), (staff) => ({
        extended_s: staff.extended_s + event.minutes * 60,
      }));
    case "Held":
      return timed(room, { phase: "on_hold", held_from: at });
    case "Resumed":
      return timed(room, { phase: "running", held_from: null });
    case "Ended":
      return emptied(
        timed(room, { phase: "ended", ended_at: at, cause: event.cause, break_until: null }),
      );
    case "NotHeld":
      return emptied(timed(room, { phase: "not_held", ended_at: at }));
    case "Cancelled":
      return emptied(timed(room, { phase: "cancelled", ended_at: at }));
    default:
      return room;
  }
};

function timed(room: Room, change: Partial<Times>): Room {
  return { ...room, times: { ...room.times, ...change } };
}

function started(room: Room, at: number): Room {
  const running = timed(room, { phase: "running", started_at: at });
  return withStaff(running, (staff) => ({
    start_due: false,
    visitors: staff.visitors.map((one) => ({ ...one, late: late(running, one.first_complete) })),
  }));
}

function afterBreak(room: Room, at: number): Room {
  const from = room.times.break_from;
  const running = timed(room, { phase: "running", break_from: null, break_until: null });
  return withStaff(running, ({ alone_since: alone }) => ({
    // The countdown slept: what had run before the break is kept.
    alone_since: alone === null || from === null ? alone : at - Math.max(0, from - alone),
  }));
}

function emptied(room: Room): Room {
  const gone = room.people.reduce((now, one) => standing(now, one.seat, "left"), room);
  const you = { ...gone.you, away: false, asked_to_unmute: false };
  return { ...gone, you, people: [], hands: [], called: null };
}

/** Since when no facilitator is present, while the group runs. */
export function watch(room: Room, at: number): Room {
  if (room.staff === null) return room;
  const here = room.people.some((one) => one.facilitates && one.connected);
  const alone = live(room.times.phase) && !here ? (room.staff.alone_since ?? at) : null;
  return alone === room.staff.alone_since ? room : withStaff(room, () => ({ alone_since: alone }));
}
