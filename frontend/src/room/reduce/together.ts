// Presence prompts and check-ins.

import type { Answers, CheckedIn, EventFrame } from "../../api/protocol.gen";
import type { Part } from "../reducer";
import { type Room, roundless, withExpected, within, withStaff, withYou } from "../state";
import { vacated } from "./arrivals";

export const together: Part = (room, event, frame) => {
  switch (event.type) {
    case "PresenceAsked":
      return asked(room, event.until);
    case "PresenceAnswered":
      return answered(room, event.seat);
    case "Removed":
    case "RefusedEntry":
      return unsaid(room, vacated(event));
    case "PresenceClosed":
      return closed(room);
    case "RoundOpened":
      return anew({ ...room, round_open: true });
    case "RoundClosed":
      return { ...room, round_open: false };
    case "Ended":
      return { ...closed(room), round_open: false };
    case "CheckedIn":
      return checkedIn(room, event, frame);
    default:
      return room;
  }
};

function asked(room: Room, until: number): Room {
  const waits = room.people
    .filter((one) => one.role === "participant" && one.connected && one.state !== "away")
    .map((one) => one.seat)
    .sort();
  const you = { ...room.you, prompted: waits.includes(room.you.seat) };
  return withStaff({ ...room, prompt_until: until, you }, () => ({ prompt_waits_for: waits }));
}

function answered(room: Room, seat: string): Room {
  return withStaff(withYou(room, seat, { prompted: false }), (staff) => ({
    prompt_waits_for: staff.prompt_waits_for.filter((other) => other !== seat),
  }));
}

/** What somebody else said in a seat is not its person's. */
function unsaid(room: Room, seat: string | null): Room {
  if (seat === null) return room;
  const told = withYou(answered(room, seat), seat, { checked_in: [], answers: {} });
  return withExpected(told, seat, { checked_in: [], checkins: {} });
}

function closed(room: Room): Room {
  const you = { ...room.you, prompted: false };
  return withStaff({ ...room, prompt_until: null, you }, () => ({ prompt_waits_for: [] }));
}

/** Each round asks anew. */
function anew(room: Room): Room {
  const told = { ...room, you: { ...room.you, ...roundless(room.you) } };
  return withStaff(told, (staff) => ({
    expected: staff.expected.map((one) => {
      const { answers, checked_in } = roundless({ ...one, answers: one.checkins });
      return { ...one, checkins: answers, checked_in };
    }),
  }));
}

function checkedIn(room: Room, event: CheckedIn, frame: EventFrame): Room {
  const said = (frame.private as Answers | null)?.answers ?? {};
  const { seat, moment, done } = event;
  if (moment === "round" && !within(room)) return room;
  const merged = (answers: Room["you"]["answers"]) => ({
    ...answers,
    [moment]: { ...answers[moment], ...said },
  });
  const marked = (moments: readonly string[]) =>
    done && !moments.includes(moment) ? [...moments, moment] : moments;
  const { answers, checked_in } = room.you;
  const told = withYou(room, seat, { answers: merged(answers), checked_in: marked(checked_in) });
  const known = told.staff?.expected.find((one) => one.seat === seat);
  if (known === undefined) return told;
  return withExpected(told, seat, {
    checkins: merged(known.checkins),
    checked_in: marked(known.checked_in),
  });
}
