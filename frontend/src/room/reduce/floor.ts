// Hands, calling on someone, and the go-round.

import type { Event, RoundView } from "../../api/protocol.gen";
import type { Part } from "../reducer";
import { person, type Room } from "../state";

export const floor: Part = (room, event, { at }) => {
  switch (event.type) {
    case "HandRaised":
      return {
        ...lowered(room, event.seat),
        hands: [...room.hands, { seat: event.seat, since: at }],
      };
    case "HandLowered":
      return lowered(room, event.seat);
    case "HandsLowered":
      return { ...room, hands: [] };
    case "CalledOn":
      return { ...lowered(room, event.seat), called: event.seat };
    case "Muted":
      return event.seat === room.called ? { ...room, called: null } : room;
    case "AllMuted":
      return uncalled(room);
    case "RoundStarted": {
      const { seats, seconds } = event;
      return { ...room, called: null, round: { seats, seconds, coming: seats, turn: null } };
    }
    case "RoundEnded":
      return { ...room, round: null };
    case "Ended":
      return { ...room, hands: [], called: null, round: null };
    default:
      return room.round === null ? room : withRound(room, turned(room.round, event, at));
  }
};

/** Whoever was called on and is not staff has spoken. */
function uncalled(room: Room): Room {
  if (room.called === null || person(room, room.called)?.role === "staff") return room;
  return { ...room, called: null };
}

function withRound(room: Room, round: RoundView): Room {
  return round === room.round ? room : { ...room, round };
}

function lowered(room: Room, seat: string): Room {
  if (!room.hands.some((hand) => hand.seat === seat)) return room;
  return { ...room, hands: room.hands.filter((hand) => hand.seat !== seat) };
}

function turned(round: RoundView, event: Event, at: number): RoundView {
  const turn = round.turn;
  switch (event.type) {
    case "TurnStarted": {
      const coming = round.coming.slice(round.coming.indexOf(event.seat) + 1);
      return { ...round, coming, turn: { seat: event.seat, until: event.until, left_ms: 0 } };
    }
    case "TurnExtended":
      return { ...round, turn: { seat: event.seat, until: event.until, left_ms: 0 } };
    case "TurnPassed":
    case "TurnTaken": {
      const coming = round.coming.filter((seat) => seat !== event.seat);
      return { ...round, coming, turn: turn?.seat === event.seat ? null : turn };
    }
    case "BreakStarted":
    case "Held":
      if (turn === null || turn.until === null) return round;
      return { ...round, turn: { ...turn, until: null, left_ms: Math.max(0, turn.until - at) } };
    case "BreakEnded":
    case "Resumed":
      if (turn === null || turn.until !== null) return round;
      return { ...round, turn: { ...turn, until: at + turn.left_ms, left_ms: 0 } };
    default:
      return round;
  }
}
