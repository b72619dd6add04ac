// What everyone looks at: the spotlight, and what somebody shares.

import type { Event, Spotlighted } from "../../api/protocol.gen";
import type { Part } from "../reducer";
import { person, type Room, withEveryone, withPerson, withStaff, withYou } from "../state";
import { MAIN } from "./places";

/** Before the places part: what falls with a move depends on where somebody was. */
export const leaving: Part = (room, event) => {
  switch (event.type) {
    case "Moved":
      return left(room, event.seat);
    case "PlacesClosed":
      return room.people.reduce(
        (now, { seat, place }) => (place === MAIN ? now : left(now, seat)),
        room,
      );
    default:
      return room;
  }
};

/** What somebody shares, is asked to share or is shown large as is of the place they were in. */
function left(room: Room, seat: string): Room {
  const now = uninvited(dimmed(withPerson(room, seat, { shares: null }), seat), seat);
  return entitled(now, seat, person(now, seat)?.facilitates ?? false);
}

export const stage: Part = (room, event) => kept(lit(seen(room, event)));

function seen(room: Room, event: Event): Room {
  switch (event.type) {
    case "Spotlighted":
      return shownLarge(room, event);
    case "SharingStarted":
      return withYou(
        uninvited(withPerson(room, event.seat, { shares: event.what }), event.seat),
        event.seat,
        { may_share: person(room, event.seat)?.facilitates ?? false },
      );
    case "SharingStopped":
    case "SteppedAway":
      return withPerson(room, event.seat, { shares: null });
    case "InvitedToShare":
      return withYou(
        withStaff(room, ({ invited = [] }) => ({ invited: [...invited, event.seat].sort() })),
        event.seat,
        { may_share: true },
      );
    case "InvitationWithdrawn":
      return withYou(uninvited(room, event.seat), event.seat, { may_share: false });
    case "Following":
      return event.mode === "text" ? withPerson(room, event.seat, { shares: null }) : room;
    case "Promoted":
      return entitled(uninvited(room, event.seat), event.seat, true);
    case "SteppedDown":
      return entitled(withPerson(room, event.seat, { shares: null }), event.seat, false);
    case "StaffAssigned":
      return entitled(
        uninvited(room, event.staff.seat),
        event.staff.seat,
        event.staff.facilitates ?? true,
      );
    case "Held":
      return staffOnly(room);
    case "BreakStarted":
      return room.break_quiet ? staffOnly(room) : room;
    default:
      return room;
  }
}

/** At most one in a place; an old entry that names none is of the whole room. */
function shownLarge(room: Room, { seat, place }: Spotlighted): Room {
  const others = room.spotlights.filter(
    (other) => place !== null && person(room, other)?.place !== place && other !== seat,
  );
  return { ...room, spotlights: seat === null ? others : [...others, seat].sort() };
}

function uninvited(room: Room, seat: string): Room {
  return withStaff(room, ({ invited = [] }) => ({
    invited: invited.filter((other) => other !== seat),
  }));
}

/** An invitation ends when somebody goes. */
function kept(room: Room): Room {
  const gone = (room.staff?.invited ?? []).filter((seat) => person(room, seat) === undefined);
  return gone.reduce(uninvited, room);
}

function entitled(room: Room, seat: string, may_share: boolean): Room {
  return room.you.standing === "inside" ? withYou(room, seat, { may_share }) : room;
}

function staffOnly(room: Room): Room {
  return withEveryone(room, (one) =>
    one.role === "staff" || one.shares === null ? one : { ...one, shares: null },
  );
}

function dimmed(room: Room, seat: string): Room {
  return lightless(room, (other) => other === seat);
}

/** Nobody is in the spotlight who is not there to be seen. */
function lit(room: Room): Room {
  return lightless(room, (seat) => (person(room, seat)?.state ?? "away") === "away");
}

function lightless(room: Room, ends: (seat: string) => boolean): Room {
  if (!room.spotlights.some(ends)) return room;
  return { ...room, spotlights: room.spotlights.filter((seat) => !ends(seat)) };
}
