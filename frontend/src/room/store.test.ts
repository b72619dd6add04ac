import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Event, Snapshot } from "../api/protocol.gen";
import type { Socket } from "./connection";
import { asBob, NOON } from "./stage";
import { RoomStore } from "./store";

let store: RoomStore;
let socket: Socket;
let end: () => void;

function hear(frame: unknown): void {
  socket.onmessage?.({ data: JSON.stringify(frame) });
}

function happens(event: Event): void {
  hear({ type: "event", cursor: "c", at: NOON, event, private: null });
}

function welcome(more: Partial<Snapshot> = {}): void {
  const snapshot = { ...asBob(), ...more };
  hear({ type: "welcome", cursor: "c", now: NOON, resumed: false, snapshot });
}

const standing = (now: Snapshot["you"]["standing"]) => ({ you: { ...asBob().you, standing: now } });
const keys = () => store.view.said.map((one) => one.key);

beforeEach(() => {
  vi.useFakeTimers();
  store = new RoomStore("ws://here", {
    open: () => {
      socket = {
        ...{ send: () => undefined, close: () => undefined, readyState: 1 },
        ...{ onopen: null, onmessage: null, onclose: null },
      };
      return socket;
    },
    now: () => NOON,
    chance: () => 1,
    mint: () => "ref",
  });
  end = store.start();
});

afterEach(() => {
  end();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("being let in is said, being sent back is remembered until one is inside again", () => {
  welcome(standing("waiting"));
  welcome(standing("inside"));
  expect(keys()).toEqual(["notice.admitted"]);
  welcome(standing("waiting"));
  expect(store.view.sentBack).toBe(true);
  welcome(standing("inside"));
  expect(store.view.sentBack).toBe(false);
});

test("who was kept out and may knock again is told so, until they have", () => {
  welcome(standing("removed"));
  happens({ type: "LetIn", seat: "s_bob" });
  expect([store.view.room?.you.standing, store.view.letIn]).toEqual(["outside", true]);
  welcome(standing("waiting"));
  expect(store.view.letIn).toBe(false);
});

test("the newest reaction of each seat floats for a moment", () => {
  welcome();
  happens({ type: "Reacted", seat: "s_eve", reaction: "clap" });
  happens({ type: "Reacted", seat: "s_eve", reaction: "heart" });
  happens({ type: "Reacted", seat: "s_alice", reaction: "same" });
  const floating = store.view.reacted.map(({ seat, reaction }) => [seat, reaction]);
  expect(floating).toEqual([
    ["s_eve", "heart"],
    ["s_alice", "same"],
  ]);
  vi.advanceTimersByTime(5_000);
  expect(store.view.reacted).toEqual([]);
});

test("what was said stays for a while, the newest three at once", () => {
  welcome();
  for (const left_s of [600, 300, 60, 120]) happens({ type: "Warned", left_s });
  expect(keys()).toEqual(["notice.left_300", "notice.left_60", "notice.left"]);
  vi.advanceTimersByTime(10_000);
  expect(keys()).toEqual([]);
});

test("coming back says what was lost, once the events of it have come", () => {
  welcome();
  socket.onclose?.({ code: 1006, reason: "" });
  vi.advanceTimersByTime(500);
  hear({ type: "welcome", cursor: "c", now: NOON, resumed: true, snapshot: null });
  happens({ type: "ConnectionLost", seat: "s_bob", as_of: NOON - 40_000, last: true });
  happens({ type: "Connected", seat: "s_bob", first: true });
  vi.advanceTimersByTime(1_500);
  expect(store.view.said.at(-1)).toMatchObject({
    key: "notice.backSeconds",
    values: { count: 40 },
  });
});

test("a burst of events is drawn once, and what follows at once a moment later", () => {
  const drawn = vi.fn();
  store.subscribe(drawn);
  welcome();
  for (let count = 0; count < 20; count += 1) happens({ type: "Locked" });
  vi.advanceTimersByTime(50);
  expect(drawn).toHaveBeenCalledTimes(1);
  happens({ type: "Unlocked" });
  vi.advanceTimersByTime(50);
  expect(drawn).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60);
  expect(drawn).toHaveBeenCalledTimes(2);
});

test("a page that is hidden before its frame comes is told all the same, and what follows", () => {
  const drawn = vi.fn();
  store.subscribe(drawn);
  const frames: (() => void)[] = [];
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((frame) =>
    frames.push(() => frame(0)),
  );
  welcome();
  vi.advanceTimersByTime(150);
  expect(drawn).toHaveBeenCalledTimes(1);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  happens({ type: "Locked" });
  vi.advanceTimersByTime(150);
  expect(drawn).toHaveBeenCalledTimes(2);
  // Looked at again, the frame of before comes late and has nothing to tell.
  for (const frame of frames) frame();
  expect(drawn).toHaveBeenCalledTimes(2);
});

test("what one has begun to write is nowhere but in memory", () => {
  store.draft.text = "half a sentence";
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain("half a sentence");
});
