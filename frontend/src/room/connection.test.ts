import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServerFrame } from "../api/protocol.gen";
import {
  BEAT_MS,
  Connection,
  FIRST_WAIT_MS,
  GLANCE_MS,
  SILENCE_MS,
  type Socket,
  type Status,
} from "./connection";
import { Refused } from "./errands";

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readyState = 1;
  sent: { type: string; [field: string]: unknown }[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  hear(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  end(code: number): void {
    this.onclose?.({ code, reason: "why" });
  }
}

const WELCOME = { type: "welcome", cursor: "c1", now: 5_000, resumed: true, snapshot: null };

let sockets: FakeSocket[];
let statuses: Status[];
let heard: ServerFrame[];
let connection: Connection;
let now: number;

function last(): FakeSocket {
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error("no socket was opened");
  return socket;
}

function welcomed(): FakeSocket {
  last().onopen?.();
  last().hear(WELCOME);
  return last();
}

beforeEach(() => {
  vi.useFakeTimers();
  [sockets, statuses, heard, now] = [[], [], [], 1_000];
  let refs = 0;
  connection = new Connection(
    "ws://here",
    (frame) => heard.push(frame),
    (status) => statuses.push(status),
    {
      open: () => {
        sockets.push(new FakeSocket());
        return last();
      },
      now: () => now,
      chance: () => 1,
      mint: () => `ref-${++refs}`,
    },
  );
  connection.connect();
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
});

test("it says hello first and is open once it was welcomed", () => {
  last().onopen?.();
  expect(last().sent).toEqual([{ type: "hello", resume: null }]);
  expect(statuses).toEqual([]);
  last().hear(WELCOME);
  expect(statuses).toEqual([{ kind: "open" }]);
  expect(connection.offset).toBe(4_000);
});

test("a lost connection comes back by itself and resumes where it was", () => {
  welcomed().hear({ type: "event", cursor: "c2", at: 1, event: { type: "Locked" }, private: null });
  last().end(1006);
  expect(statuses.at(-1)).toEqual({ kind: "lost", since: 1_000 });
  vi.advanceTimersByTime(FIRST_WAIT_MS);
  expect(sockets).toHaveLength(2);
  last().onopen?.();
  expect(last().sent[0]).toEqual({ type: "hello", resume: "c2" });
});

test("each attempt waits longer than the one before", () => {
  last().end(1006);
  vi.advanceTimersByTime(FIRST_WAIT_MS);
  last().end(1006);
  vi.advanceTimersByTime(FIRST_WAIT_MS);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(FIRST_WAIT_MS);
  expect(sockets).toHaveLength(3);
});

test.each([4000, 4001, 4002, 4003])("code %i says come back, and it does", (code) => {
  welcomed().end(code);
  vi.advanceTimersByTime(FIRST_WAIT_MS);
  expect(sockets).toHaveLength(2);
});

test.each([4500, 4501, 4502, 4503])("code %i says stay away, and it does", (code) => {
  welcomed().end(code);
  vi.advanceTimersByTime(600_000);
  expect(sockets).toHaveLength(1);
  expect(statuses.at(-1)).toEqual({ kind: "closed", code, reason: "why" });
});

test("it gives a sign of life every ten seconds while it is open, and none after", () => {
  const socket = welcomed();
  vi.advanceTimersByTime(2 * BEAT_MS);
  expect(socket.sent.filter((frame) => frame.type === "beat")).toHaveLength(2);
  socket.end(1006);
  vi.advanceTimersByTime(2 * BEAT_MS);
  expect(socket.sent.filter((frame) => frame.type === "beat")).toHaveLength(2);
});

test("a command is done when it was acknowledged", async () => {
  const socket = welcomed();
  const given = connection.give({ type: "RaiseHand" });
  expect(socket.sent.at(-1)).toEqual({
    type: "command",
    ref: "ref-1",
    command: { type: "RaiseHand" },
  });
  socket.hear({ type: "ack", ref: "ref-1", cursor: "c2" });
  await given;
});

test("a refused command says why", async () => {
  const socket = welcomed();
  const given = connection.give({ type: "Pass" });
  socket.hear({ type: "error", ref: "ref-1", code: "no_round", message: "There is no go-round." });
  await expect(given).rejects.toMatchObject({ code: "no_round", message: "There is no go-round." });
});

test("a command under way when the connection is lost is sent again with the same ref", async () => {
  const socket = welcomed();
  const given = connection.give({ type: "RaiseHand" });
  socket.end(1006);
  vi.advanceTimersByTime(FIRST_WAIT_MS);
  const again = welcomed();
  expect(again.sent.at(-1)).toMatchObject({ type: "command", ref: "ref-1" });
  again.hear({ type: "ack", ref: "ref-1", cursor: "c2" });
  await given;
});

test("a command that can not be sent for long is refused, so that nothing waits for ever", async () => {
  welcomed().end(1006);
  const given = connection.give({ type: "RaiseHand" });
  const refused = expect(given).rejects.toBeInstanceOf(Refused);
  await vi.advanceTimersByTimeAsync(40_000);
  await refused;
});

test("a network that is gone is not waited for", () => {
  const socket = welcomed();
  connection.drop();
  expect(socket.closed).toBe(true);
  expect(statuses.at(-1)?.kind).toBe("lost");
});

/** Time passes for the timers and for the clock alike. */
function pass(ms: number): void {
  for (let left = ms; left > 0; left -= 500) {
    now += Math.min(500, left);
    vi.advanceTimersByTime(Math.min(500, left));
  }
}

test("a socket that looks open and answers no beat is dropped, lost since it was last heard", () => {
  const socket = welcomed();
  const heardAt = now;
  pass(SILENCE_MS + BEAT_MS);
  expect(socket.closed).toBe(true);
  expect(statuses).toContainEqual({ kind: "lost", since: heardAt });
  expect(sockets.length).toBeGreaterThan(1);
});

test("answered beats keep a quiet room connected", () => {
  const socket = welcomed();
  for (let beat = 0; beat < 10; beat += 1) {
    pass(BEAT_MS);
    socket.hear({ type: "beat", now: 1 });
  }
  expect(sockets).toHaveLength(1);
  expect(statuses.at(-1)).toEqual({ kind: "open" });
});

test("an answered beat sets the clock by the middle of its way there and back", () => {
  const socket = welcomed();
  pass(BEAT_MS);
  const asked = now;
  pass(1_000);
  socket.hear({ type: "beat", now: asked + 500 + 70 });
  expect(connection.offset).toBe(70);
});

test("a page that wakes up asks at once, and trusts an answer", () => {
  const socket = welcomed();
  connection.wake();
  expect(socket.sent.at(-1)).toEqual({ type: "beat" });
  pass(100);
  socket.hear({ type: "beat", now: 1 });
  pass(GLANCE_MS);
  expect(sockets).toHaveLength(1);
});

test("a page that wakes up to no answer connects anew", () => {
  const socket = welcomed();
  pass(500);
  connection.wake();
  pass(GLANCE_MS + 500);
  expect(socket.closed).toBe(true);
  expect(sockets).toHaveLength(2);
});

test("a page that slept for long connects anew without asking", () => {
  welcomed();
  now += 60_000;
  connection.wake();
  expect(sockets).toHaveLength(2);
  expect(statuses.at(-1)?.kind).toBe("lost");
});

test("a page that wakes up while it waits to try again does not wait", () => {
  welcomed().end(1006);
  connection.wake();
  expect(sockets).toHaveLength(2);
});

test("a socket that neither opens nor fails is given up", () => {
  pass(12_000);
  expect(last().closed || sockets.length > 1).toBe(true);
  pass(FIRST_WAIT_MS);
  expect(sockets).toHaveLength(2);
});

test("a command goes by the ref it was given", () => {
  const socket = welcomed();
  void connection.give({ type: "AskForHelp", words: "" }, "mine").catch(() => undefined);
  expect(socket.sent.at(-1)).toMatchObject({ ref: "mine" });
});

test("nothing is left running once it is closed", () => {
  welcomed();
  connection.close();
  vi.advanceTimersByTime(600_000);
  expect(sockets).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
