import { expect, test } from "vitest";
import type { Event } from "../api/protocol.gen";
import { en } from "../words/en";
import { es } from "../words/es";
import { movedNotice, noticeOf } from "./notices";
import { asBob, frame, NOON, sitting } from "./stage";
import type { Room } from "./state";

type Tree = { readonly [key: string]: string | Tree };

/** Whether a language has words for a key, in the plural too where the key counts. */
function worded(words: Tree, key: string): boolean {
  const found = key
    .split(".")
    .reduce<string | Tree | undefined>(
      (tree, part) => (typeof tree === "object" ? tree[part] : undefined),
      words,
    );
  return typeof found === "string";
}

const GUEST = { seat: "s_gus", name: "Gus", function: "family" } as const;
const KNOCK = { answered: true, unsigned: false, look: false, state: "AZ", unchanged: false };
const SAID: readonly Event[] = [
  { type: "Warned", left_s: 300 },
  { type: "Warned", left_s: 120 },
  { type: "Started", by: "s_alice" },
  { type: "BreakStarted", until: NOON, by: "s_alice" },
  { type: "BreakEnded", early: true },
  { type: "Held" },
  { type: "Resumed" },
  { type: "Extended", ends_at: NOON, minutes: 5, reason: "", busy: [] },
  { type: "Muted", seat: "s_bob" },
  { type: "AllMuted" },
  { type: "CameraTurnedOff", seat: "s_bob" },
  { type: "UnmuteAllowed", allowed: true },
  { type: "UnmuteAllowed", allowed: false },
  { type: "TextAllowed", allowed: true },
  { type: "TextAllowed", allowed: false },
  { type: "ChatModeSet", mode: "open" },
  { type: "ChatModeSet", mode: "to_staff" },
  { type: "ChatModeSet", mode: "off" },
  { type: "GuestInvited", guest: GUEST },
  { type: "LeadChanged", seat: "s_alice", cause: "handed_over" },
  { type: "RoundOpened" },
  { type: "RecallStarted", closes_at: NOON },
  { type: "PlacesClosed" },
  { type: "Spotlighted", seat: "s_eve", place: "main" },
  { type: "Spotlighted", seat: null, place: "main" },
  { type: "InvitedToShare", seat: "s_bob" },
  { type: "InvitationWithdrawn", seat: "s_bob" },
  { type: "SharingStarted", seat: "s_eve", what: "screen" },
  { type: "SharingStopped", seat: "s_bob", by: "s_alice" },
  { type: "Reacted", seat: "s_eve", reaction: "heart" },
];

test.each(SAID.map((event) => [event.type, event] as const))("%s is said in words", (_, event) => {
  const key = noticeOf(asBob(), frame(event))?.key ?? "";
  expect([worded(en, key), worded(es, key)]).toEqual([true, true]);
});

test.each(["admitted", "refused", "back", "backUncounted", "backSeconds_other", "backMinutes_one"])(
  "%s has its words",
  (name) => {
    expect(worded(en, `notice.${name}`) && worded(es, `notice.${name}`)).toBe(true);
  },
);

test("whoever is brought to another place is told where they are and until when", () => {
  const at = (place: string, closes_at: number | null = null): Room => {
    const open = [{ place: "p_1", name: "Window" }];
    const people = [sitting("s_bob", "Bob", { place })];
    return asBob({ people, places: { open, closes_at } });
  };
  const window = { values: { name: "Window" }, quiet: true };
  expect(movedNotice(at("main"), at("p_1", NOON))).toMatchObject({
    ...window,
    key: "notice.placeUntil",
    time: NOON,
  });
  expect(movedNotice(at("main"), at("p_1"))).toMatchObject({ ...window, key: "notice.place" });
  expect(movedNotice(at("p_1"), at("main"))).toMatchObject({ key: "notice.movedMain" });
  expect(movedNotice(at("p_1"), asBob())).toMatchObject({ key: "notice.placesClosed" });
  expect(movedNotice(at("p_1"), at("p_1", NOON))).toBeNull();
  expect(movedNotice(null, at("p_1"))).toBeNull();
  for (const key of ["place", "placeUntil", "movedMain", "placesClosed"])
    expect(worded(en, `notice.${key}`) && worded(es, `notice.${key}`)).toBe(true);
});

test("what concerns another person, or the staff, is not said here", () => {
  expect(noticeOf(asBob(), frame({ type: "Muted", seat: "s_eve" }))).toBeNull();
  const elsewhere = { type: "Spotlighted", seat: null, place: "p_1" } as const;
  expect(noticeOf(asBob(), frame(elsewhere))).toBeNull();
  expect(noticeOf(asBob(), frame({ type: "Knocked", seat: "s_eve", ...KNOCK }))).toBeNull();
});
