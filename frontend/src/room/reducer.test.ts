import { expect, test } from "vitest";
import { IN_VIEW } from "./reduce/talk";
import { receive } from "./reducer";
import { after, asAlice, asBob, frame, NOON, sitting } from "./stage";
import { person } from "./state";

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
      { type: "Posted", message, seat: "s_bob", about },
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
    },
  ]);
});

test("the oldest message of a full line goes out of view, and no other line's", () => {
  const posted = (n: number, about: string | null) =>
    frame(
      { type: "Posted", message: `m_${n}`, seat: "s_bob", about },
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
