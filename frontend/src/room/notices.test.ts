import { expect, test } from "vitest";
import type { Event } from "../api/protocol.gen";
import { en } from "../words/en";
import { es } from "../words/es";
import { noticeOf } from "./notices";
import { asBob, frame, NOON } from "./stage";

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
  { type: "ChatModeSet", mode: "open" },
  { type: "ChatModeSet", mode: "to_staff" },
  { type: "ChatModeSet", mode: "off" },
  { type: "GuestInvited", guest: GUEST },
  { type: "LeadChanged", seat: "s_alice", cause: "handed_over" },
  { type: "RoundOpened" },
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

test("what concerns another person, or the staff, is not said here", () => {
  expect(noticeOf(asBob(), frame({ type: "Muted", seat: "s_eve" }))).toBeNull();
  expect(noticeOf(asBob(), frame({ type: "Knocked", seat: "s_eve", ...KNOCK }))).toBeNull();
});
