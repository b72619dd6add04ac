// A room for tests: a snapshot to begin with, and frames of events.

import type { Event, EventFrame, PersonView, Snapshot, StaffView } from "../api/protocol.gen";
import { reduce } from "./reducer";
import { canonical, type Room } from "./state";

export const NOON = 1_790_000_000_000;

export function sitting(seat: string, name: string, more: Partial<PersonView> = {}): PersonView {
  return {
    ...{ seat, name, role: "participant", state: "here", connected: true, place: "main" },
    ...{ leads: false, facilitates: false, credential: "", function: null },
    ...{ microphone: false, camera: false, follows: "all", shares: null, why: null },
    ...more,
  };
}

export const alice = sitting("s_alice", "Alice", { role: "staff", leads: true, facilitates: true });
export const bob = sitting("s_bob", "Bob");
export const eve = sitting("s_eve", "Eve");

/** A running group of alice, bob and eve, as bob sees it. */
export function asBob(more: Partial<Snapshot> = {}): Room {
  const snapshot: Snapshot = {
    name: "Evening group",
    times: {
      ...{ phase: "running", starts_at: NOON, ends_at: NOON + 3_600_000, zone: "UTC" },
      ...{ started_at: NOON, break_from: null, break_until: null, held_from: null },
      ...{ ended_at: null, cause: null },
    },
    you: {
      ...{ seat: "s_bob", name: "Bob", role: "participant", standing: "inside", away: false },
      ...{ complete: true, line: false, helped: null, asked_to_unmute: false, prompted: false },
      ...{ checked_in: [], answers: {}, may_share: false },
    },
    ...{ people: [alice, bob, eve], hands: [], called: null, round: null, locked: false },
    ...{ chat: "open", messages: [], announced: null, may_unmute: true, prompt_until: null },
    ...{ round_open: false, crisis: [], form: null, staff: null },
    ...{ places: null, spotlights: [], text_allowed: true, break_quiet: false, encrypted: false },
    ...more,
  };
  return canonical(snapshot);
}

const NOBODY: StaffView = {
  ...{ capacity: 12, extended_s: 0, extension_cap_s: 1800, late_cutoff_s: 900, start_due: false },
  ...{ alone_since: null, visitors: [], alerts: [], prompt_waits_for: [], invited: [] },
  expected: [alice, bob, eve].map(({ seat, name, role }) => ({
    ...{ seat, name, role, function: null, standing: "inside" as const },
    ...{ connections: 1, checked_in: [], checkins: {} },
  })),
};

/** The same group, as alice sees it. */
export function asAlice(staff: Partial<StaffView> = {}): Room {
  const you = { ...asBob().you, seat: "s_alice", name: "Alice", role: "staff" as const };
  return asBob({ you, staff: { ...NOBODY, ...staff } });
}

export function frame(event: Event, more: Partial<EventFrame> = {}): EventFrame {
  return { type: "event", cursor: "c", at: NOON + 60_000, event, private: null, ...more };
}

/** The room after some events. */
export function after(room: Room, ...events: readonly (Event | EventFrame)[]): Room {
  return events.reduce<Room>(
    (now, one) => reduce(now, one.type === "event" ? one : frame(one)),
    room,
  );
}
