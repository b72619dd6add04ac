// Who leads, who joined the team, and who else is expected.

import type { ExpectedView } from "../../api/protocol.gen";
import type { Part } from "../reducer";
import { added, departed, person, type Room, withEveryone, withPerson, withStaff } from "../state";

export const team: Part = (room, event) => {
  switch (event.type) {
    case "Started":
      return inTheLead(room, event.by);
    case "LeadChanged":
      return led(room, event.seat);
    case "Promoted":
      return withPerson(room, event.seat, { facilitates: true });
    case "SteppedDown":
      return withPerson(room, event.seat, { facilitates: false });
    case "StaffAssigned": {
      const { seat, name, credential, facilitates } = event.staff;
      const assigned = withPerson(room, seat, {
        ...{ name, credential, facilitates },
        // Only who facilitates leads.
        ...(!facilitates && { leads: false }),
      });
      return expected(assigned, seat, name, "staff", null);
    }
    case "StaffDismissed":
      return withStaff(departed(room, event.seat, "left"), (staff) => ({
        expected: staff.expected.filter((one) => one.seat !== event.seat),
        visitors: staff.visitors.filter((one) => one.seat !== event.seat),
      }));
    case "MemberExpected":
      return expected(room, event.member.seat, event.member.name, "participant", null);
    case "GuestInvited":
      return expected(room, event.guest.seat, event.guest.name, "guest", event.guest.function);
    default:
      return room;
  }
};

function led(room: Room, seat: string): Room {
  return withEveryone(room, (one) => {
    const leads = one.seat === seat;
    return one.leads === leads ? one : { ...one, leads };
  });
}

/** Whoever starts in the lead's absence leads. */
function inTheLead(room: Room, by: string): Room {
  const present = room.people.some((one) => one.leads && one.connected);
  return present || !person(room, by)?.connected ? room : led(room, by);
}

function expected(
  room: Room,
  seat: string,
  name: string,
  role: ExpectedView["role"],
  as: string | null,
): Room {
  return withStaff(room, (staff) => {
    const before = staff.expected.find((one) => one.seat === seat);
    const nothing = { connections: 0, checked_in: [], checkins: {} };
    const fresh = { seat, role, function: as, standing: "outside" as const, ...nothing };
    return { expected: added(staff.expected, { ...(before ?? fresh), name }) };
  });
}
