import { expect, test } from "vitest";
import type { EventFrame } from "../api/protocol.gen";
import { IN_VIEW } from "./reduce/talk";
import { receive } from "./reducer";
import { after, asAlice, asBob, frame, NOON, sitting } from "./stage";
import { person, spotOf } from "./state";

const seats = (room: ReturnType<typeof asBob>) => room.people.map((one) => one.seat);

test("a welcome replaces all that came before", () => {
  const fresh = asBob({ name: "Another group" });
  const welcome = {
    type: "welcome",
    cursor: "c",
    now: NOON,
    resumed: false,
    snapshot: fresh,
  } as const;
  expect(receive(asBob(), welcome)).toEqual(fresh);
});

test("a welcome that resumes changes nothing", () => {
  const room = asBob();
  const welcome = {
    type: "welcome",
    cursor: "c",
    now: NOON,
    resumed: true,
    snapshot: null,
  } as const;
  expect(receive(room, welcome)).toBe(room);
});

test("whoever is admitted sits where they always sit", () => {
  const admitted = frame({ type: "Admitted", seat: "s_cat" }, { person: sitting("s_cat", "Cat") });
  expect(seats(after(asBob(), admitted))).toEqual(["s_alice", "s_bob", "s_cat", "s_eve"]);
});

test("whoever leaves takes hand, call and sound with them", () => {
  const room = after(
    asBob(),
    { type: "HandRaised", seat: "s_eve" },
    { type: "CalledOn", seat: "s_eve" },
    { type: "Left", seat: "s_eve" },
  );
  expect([seats(room), room.hands, room.called]).toEqual([["s_alice", "s_bob"], [], null]);
});

test("hands stand in the order they went up", () => {
  const room = after(
    asBob(),
    { type: "HandRaised", seat: "s_eve" },
    { type: "HandRaised", seat: "s_bob" },
    { type: "HandLowered", seat: "s_eve" },
    { type: "HandRaised", seat: "s_eve" },
  );
  expect(room.hands.map((hand) => hand.seat)).toEqual(["s_bob", "s_eve"]);
});

test("a lost connection shows, and so does its return", () => {
  const lost = after(asBob(), { type: "ConnectionLost", seat: "s_eve", as_of: NOON, last: true });
  expect(person(lost, "s_eve")?.state).toBe("reconnecting");
  const back = after(lost, { type: "Connected", seat: "s_eve", first: true });
  expect(person(back, "s_eve")?.state).toBe("here");
});

test("stepping away is silent and blank, and lasts through a lost connection", () => {
  const room = after(
    asBob(),
    { type: "MicrophoneSet", seat: "s_eve", on: true },
    { type: "SteppedAway", seat: "s_eve" },
    { type: "ConnectionLost", seat: "s_eve", as_of: NOON, last: true },
  );
  expect(person(room, "s_eve")).toMatchObject({ state: "away", microphone: false, why: null });
  const back = after(room, { type: "SteppedBack", seat: "s_eve" });
  expect(person(back, "s_eve")?.state).toBe("reconnecting");
});

test("a break keeps the rest of a turn for after it", () => {
  const at = NOON + 60_000;
  const room = after(
    asBob(),
    { type: "RoundStarted", seats: ["s_bob", "s_eve"], seconds: 60 },
    { type: "TurnStarted", seat: "s_bob", until: at + 40_000 },
    { type: "BreakStarted", until: at + 600_000, by: "s_alice" },
  );
  expect(room.round?.turn).toEqual({ seat: "s_bob", until: null, left_ms: 40_000 });
  const on = after(room, frame({ type: "BreakEnded", early: true }, { at: at + 100_000 }));
  expect(on.round?.turn?.until).toBe(at + 140_000);
});

test("muting all leaves the staff's microphones on", () => {
  const on = (seat: string) => ({ type: "MicrophoneSet", seat, on: true }) as const;
  const room = after(asBob(), on("s_alice"), on("s_eve"), { type: "AllMuted" });
  expect(room.people.map((one) => one.microphone)).toEqual([true, false, false]);
});

test("what a chat mode hides is gone, private lines are not", () => {
  const posted = (message: string, about: string | null) =>
    frame(
      { type: "Posted", message, seat: "s_bob", about, place: "main" },
      { private: { text: "hello" }, name: "Bob" },
    );
  const room = after(asBob(), posted("m_1", null), posted("m_2", "s_bob"), {
    type: "ChatModeSet",
    mode: "to_staff",
  });
  expect(room.messages).toEqual([
    {
      message: "m_2",
      seat: "s_bob",
      name: "Bob",
      about: "s_bob",
      at: NOON + 60_000,
      text: "hello",
      place: "main",
    },
  ]);
});

test("the oldest message of a full line goes out of view, and no other line's", () => {
  const posted = (n: number, about: string | null) =>
    frame(
      { type: "Posted", message: `m_${n}`, seat: "s_bob", about, place: "main" },
      { private: { text: "hello" }, name: "Bob" },
    );
  const many = Array.from({ length: IN_VIEW + 1 }, (_, n) => posted(n, null));
  const room = after(asBob(), posted(9_999, "s_bob"), ...many);
  const ids = room.messages.map((one) => one.message);
  expect(ids.length).toBe(IN_VIEW + 1);
  expect(ids.slice(0, 2)).toEqual(["m_9999", "m_1"]);
});

test("the end empties the circle", () => {
  const room = after(
    asBob(),
    { type: "HandRaised", seat: "s_eve" },
    { type: "Ended", cause: "time" },
  );
  expect([room.people, room.hands, room.times.phase]).toEqual([[], [], "ended"]);
  expect(room.you.standing).toBe("left");
});

test("a knock shows staff what was said, and what needs a look", () => {
  const attestation = {
    ...{ state: "AZ", location: "12 Home Street", callback: "480 555 0100", alone: false },
    ...{ headphones: true, sober: true, not_driving: true, agreements: true },
  };
  const left = after(asAlice(), { type: "Left", seat: "s_bob" });
  const knock = { answered: true, unsigned: false, look: true, state: "AZ", unchanged: false };
  const room = after(
    left,
    frame({ type: "Knocked", seat: "s_bob", ...knock }, { private: attestation }),
  );
  expect(room.staff?.visitors[0]).toMatchObject({
    ...{ seat: "s_bob", standing: "waiting", complete: true, look: true, late: false },
    answers: attestation,
  });
});

test("an alert carries where its person is", () => {
  const attestation = {
    ...{ state: "AZ", location: "12 Home Street", callback: "480 555 0100", alone: true },
    ...{ headphones: true, sober: true, not_driving: true, agreements: true },
  };
  const knock = { answered: true, unsigned: false, look: false, state: "AZ", unchanged: false };
  const room = after(
    asAlice(),
    frame({ type: "Knocked", seat: "s_eve", ...knock }, { private: attestation }),
    frame(
      { type: "AlertRaised", alert: "l_1", seat: "s_eve", source: "help", item: null },
      { private: { words: "now" } },
    ),
    { type: "AlertAcknowledged", alert: "l_1", by: "s_alice" },
  );
  expect(room.staff?.alerts[0]).toMatchObject({
    ...{ words: "now", location: "12 Home Street", callback: "480 555 0100", by: "s_alice" },
  });
});

const HOME = {
  ...{ state: "AZ", location: "12 Home Street", callback: "480 555 0100", alone: true },
  ...{ headphones: true, sober: true, not_driving: true, agreements: true },
};
const NOT_THIS = { seat: "s_eve", reason: "not_this_person" } as const;

function knock(location: string, at = NOON): EventFrame {
  const answers = { answered: true, unsigned: false, look: false, state: "AZ", unchanged: false };
  return frame(
    { type: "Knocked", seat: "s_eve", ...answers },
    { at, private: { ...HOME, location } },
  );
}

test.each([
  { type: "Removed", ...NOT_THIS } as const,
  { type: "RefusedEntry", ...NOT_THIS } as const,
])("the door knows nothing of who comes after somebody else was found: $type", (found) => {
  const left = after(asAlice(), { type: "Left", seat: "s_eve" });
  const room = after(left, knock("Pier 9"), found);
  const [visitor] = room.staff?.visitors ?? [];
  expect(visitor).toMatchObject({ knocked_at: 0, first_complete: null, complete: false });
  expect(visitor).toMatchObject({ state: "", answers: null, reason: "not_this_person" });
  const late = NOON + 1_200_000;
  const again = after(room, { type: "LetIn", seat: "s_eve" }, knock("Home", late));
  expect(again.staff?.visitors[0]).toMatchObject({ knocked_at: late, late: true });
});

test("an alert of somebody else keeps where they said they are", () => {
  const raised = { type: "AlertRaised", seat: "s_eve", source: "help", item: null } as const;
  const room = after(
    asAlice(),
    knock("Pier 9"),
    { ...raised, alert: "l_1" },
    { type: "Removed", ...NOT_THIS },
    knock("Home"),
    { ...raised, alert: "l_2" },
    { type: "AlertRepeated", alert: "l_1", seat: "s_eve" },
    { type: "Connected", seat: "s_eve", first: true },
  );
  expect(room.staff?.alerts).toMatchObject([
    { alert: "l_1", location: "Pier 9", somebody_else: true, dropped: true, outcome: null },
    { alert: "l_2", location: "Home", somebody_else: false },
  ]);
});

test("whoever comes after somebody else sees nothing of what those did", () => {
  const posted = (message: string, about: string | null) =>
    frame(
      { type: "Posted", message, seat: "s_bob", about, place: "main" },
      { private: { text: "hello" }, name: "Bob" },
    );
  const room = after(
    asBob(),
    posted("m_1", "s_bob"),
    posted("m_2", null),
    { type: "HelpAsked", staff_here: true },
    frame(
      { type: "CheckedIn", seat: "s_bob", form: "session@1", moment: "before", done: true },
      { private: { form: "session@1", moment: "before", answers: { mood: 3 } } },
    ),
    { type: "RefusedEntry", seat: "s_bob", reason: "not_this_person" },
  );
  expect(room.messages.map((one) => one.message)).toEqual(["m_2"]);
  expect(room.you).toMatchObject({ helped: null, complete: false, checked_in: [], answers: {} });
});

test("staff go on seeing the line of somebody else, and nobody's answers", () => {
  const room = after(
    asAlice({ prompt_waits_for: ["s_bob", "s_eve"] }),
    frame(
      { type: "Posted", message: "m_1", seat: "s_eve", about: "s_eve", place: "main" },
      { private: { text: "hello" }, name: "Eve" },
    ),
    frame(
      { type: "CheckedIn", seat: "s_eve", form: "session@1", moment: "before", done: true },
      { private: { form: "session@1", moment: "before", answers: { mood: 3 } } },
    ),
    { type: "Removed", ...NOT_THIS },
  );
  expect(room.messages.map((one) => one.message)).toEqual(["m_1"]);
  expect(room.staff?.prompt_waits_for).toEqual(["s_bob"]);
  const expected = room.staff?.expected.find((one) => one.seat === "s_eve");
  expect(expected).toMatchObject({ checked_in: [], checkins: {} });
});

test("staff see since when no facilitator is present, and not for longer", () => {
  const alone = after(asAlice(), {
    type: "ConnectionLost",
    seat: "s_alice",
    as_of: NOON,
    last: true,
  });
  expect(alone.staff?.alone_since).toBe(NOON + 60_000);
  const back = after(alone, { type: "Connected", seat: "s_alice", first: true });
  expect(back.staff?.alone_since).toBeNull();
});

test("whoever starts in the lead's absence leads", () => {
  const amir = sitting("s_amir", "Amir", { role: "staff", facilitates: true });
  const room = after(
    asBob({
      people: [
        { ...sitting("s_alice", "Alice"), role: "staff", leads: true, connected: false },
        amir,
      ],
    }),
    { type: "Started", by: "s_amir" },
  );
  expect(room.people.find((one) => one.leads)?.seat).toBe("s_amir");
});

test("an event of no concern to the page changes nothing", () => {
  const room = asBob();
  expect(after(room, { type: "Warned", left_s: 300 })).toBe(room);
});

test("side rooms: who is where, what is said there, and everyone back together", () => {
  const open = [{ place: "p_1", name: "Window" }];
  const moved = after(
    asAlice(),
    { type: "PlacesOpened", places: open, closes_at: null },
    { type: "SharingStarted", seat: "s_bob", what: "screen" },
    { type: "Spotlighted", seat: "s_bob", place: "main" },
    { type: "Moved", seat: "s_bob", place: "p_1", by: "s_alice" },
    { type: "RecallStarted", closes_at: NOON },
  );
  const bobs = moved.people.find((one) => one.seat === "s_bob");
  expect(bobs).toMatchObject({ place: "p_1", shares: null });
  expect(moved).toMatchObject({ spotlights: [], places: { open, closes_at: NOON } });
  const together = after(moved, { type: "PlacesClosed" });
  expect(together.places).toBeNull();
  expect(together.people.every((one) => one.place === "main")).toBe(true);
});

test("each place has a spotlight of its own, which is put out with whoever is in it", () => {
  const lit = (seat: string | null, place: string | null) =>
    ({ type: "Spotlighted", seat, place }) as const;
  const apart = after(
    asAlice(),
    { type: "PlacesOpened", places: [{ place: "p_1", name: "Window" }], closes_at: null },
    lit("s_bob", "main"),
    { type: "Moved", seat: "s_eve", place: "p_1", by: "s_alice" },
    lit("s_eve", "p_1"),
  );
  expect(apart.spotlights).toEqual(["s_bob", "s_eve"]);
  expect([spotOf(apart), spotOf({ ...apart, spotlights: ["s_eve"] })]).toEqual(["s_bob", null]);
  expect(after(apart, lit("s_alice", "main")).spotlights).toEqual(["s_alice", "s_eve"]);
  expect(after(apart, lit(null, "p_1")).spotlights).toEqual(["s_bob"]);
  expect(after(apart, { type: "SteppedAway", seat: "s_bob" }).spotlights).toEqual(["s_eve"]);
  expect(after(apart, { type: "PlacesClosed" }).spotlights).toEqual(["s_bob"]);
  expect(after(apart, lit("s_alice", null)).spotlights).toEqual(["s_alice"]);
  expect(after(apart, lit(null, null)).spotlights).toEqual([]);
});

test("whoever is muted was called on and asked before that", () => {
  const room = after(
    asBob(),
    { type: "CalledOn", seat: "s_bob" },
    { type: "UnmuteAsked", seat: "s_bob" },
  );
  const said = (now: typeof room) => [now.called, now.you.asked_to_unmute];
  expect(said(after(room, { type: "Muted", seat: "s_eve" }))).toEqual(["s_bob", true]);
  expect(said(after(room, { type: "Muted", seat: "s_bob" }))).toEqual([null, false]);
  expect(said(after(room, { type: "AllMuted" }))).toEqual([null, false]);
  const staffs = after(room, { type: "CalledOn", seat: "s_alice" }, { type: "AllMuted" });
  expect(staffs.called).toBe("s_alice");
  const asked = after(asAlice(), { type: "UnmuteAsked", seat: "s_alice" }, { type: "AllMuted" });
  expect(asked.you.asked_to_unmute).toBe(true);
});

test("a facilitator may let people take part by text alone", () => {
  const room = after(asBob({ text_allowed: false }), { type: "TextAllowed", allowed: true });
  expect(room.text_allowed).toBe(true);
});

test("whoever is assigned to look on leads no more", () => {
  const looksOn = { seat: "s_alice", name: "Alice", credential: "PhD", leads: false } as const;
  const staff = { ...looksOn, facilitates: false };
  const room = after(asBob(), { type: "StaffAssigned", staff });
  const shown = { credential: "PhD", facilitates: false, leads: false };
  expect(person(room, "s_alice")).toMatchObject(shown);
});

test("whoever follows by text is silent, blank and shares nothing", () => {
  const room = after(
    asBob(),
    { type: "MicrophoneSet", seat: "s_bob", on: true },
    { type: "InvitedToShare", seat: "s_bob" },
    { type: "SharingStarted", seat: "s_bob", what: "handout" },
    { type: "Following", seat: "s_bob", mode: "text" },
  );
  const bobs = room.people.find((one) => one.seat === "s_bob");
  expect(bobs).toMatchObject({ microphone: false, shares: null, follows: "text" });
  expect(room.you.may_share).toBe(false);
});

test("staff see who is invited to share until they begin, go, or it is taken back", () => {
  const invite = (seat: string) => ({ type: "InvitedToShare", seat }) as const;
  const invited = after(asAlice(), invite("s_eve"), invite("s_bob"));
  expect(invited.staff?.invited).toEqual(["s_bob", "s_eve"]);
  const withdrawn = after(invited, { type: "InvitationWithdrawn", seat: "s_bob" });
  expect(withdrawn.staff?.invited).toEqual(["s_eve"]);
  const began = after(withdrawn, { type: "SharingStarted", seat: "s_eve", what: "screen" });
  expect(began.staff?.invited).toEqual([]);
  const gone = after(invited, { type: "Left", seat: "s_bob" });
  expect(gone.staff?.invited).toEqual(["s_eve"]);
  const bobs = after(asBob(), invite("s_bob"), { type: "InvitationWithdrawn", seat: "s_bob" });
  expect(bobs.you.may_share).toBe(false);
});

test("a quiet break silences and blanks everyone but the staff", () => {
  const on = (seat: string) => [
    { type: "MicrophoneSet", seat, on: true } as const,
    { type: "CameraSet", seat, on: true } as const,
  ];
  const pause = { type: "BreakStarted", until: NOON, by: "s_alice" } as const;
  const sending = [...on("s_alice"), ...on("s_eve"), pause];
  const quiet = after(asBob({ break_quiet: true }), ...sending);
  expect(quiet.people.map((one) => one.microphone || one.camera)).toEqual([true, false, false]);
  const usual = after(asBob(), ...sending);
  expect(usual.people.map((one) => one.microphone && one.camera)).toEqual([true, false, true]);
});
