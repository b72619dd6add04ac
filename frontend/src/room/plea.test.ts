import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "../api/http";
import type { Command, ServerFrame } from "../api/protocol.gen";
import { Refused } from "./errands";
import { Plea } from "./plea";
import { asBob, frame, NOON } from "./stage";
import type { Listener, RoomStore } from "./store";

type Give = (command: Command, ref?: string) => Promise<void>;
const bySocket = vi.fn<Give>();
const say = vi.fn();
const byHttp = vi.fn<(command: Command, ref: string) => Promise<unknown>>();
const status = { kind: "open" };
const never = () => new Promise<void>(() => undefined);
const nothing = () => Promise.reject(new Problem(0, "offline", ""));

let plea: Plea;
let hear: (frame: ServerFrame) => void;
let end: () => void;
let refs: string[];

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const asked = (at: number, here = true) =>
  hear(frame({ type: "HelpAsked", staff_here: here }, { at }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  status.kind = "open";
  refs = [];
  const ways = {
    ...{ view: { status }, give: bySocket, say, now: () => NOON },
    listen: ({ heard }: Listener) => {
      hear = heard;
      return () => undefined;
    },
  } as unknown as RoomStore;
  plea = new Plea(ways, byHttp, () => `ref ${refs.push("")}`);
  end = plea.start();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

test("help goes over the socket, and once only", async () => {
  bySocket.mockResolvedValue();
  plea.write(" please ");
  plea.ask();
  await after(60_000);
  expect(plea.view.state).toBe("sent");
  expect(bySocket.mock.calls.map(([command]) => command)).toEqual([
    { type: "AskForHelp", words: "please" },
  ]);
  expect(byHttp).not.toHaveBeenCalled();
});

test("a socket that does not answer is not waited for, and both ways have one ref", async () => {
  bySocket.mockImplementation(never);
  byHttp.mockResolvedValue({});
  plea.ask();
  await after(4_000);
  expect(plea.view.state).toBe("sent");
  expect(byHttp.mock.calls[0]?.[1]).toBe(bySocket.mock.calls[0]?.[1]);
});

test("without a connection it goes over HTTP at once", async () => {
  status.kind = "lost";
  bySocket.mockImplementation(never);
  byHttp.mockResolvedValue({});
  plea.ask();
  await after(0);
  expect(plea.view.state).toBe("sent");
});

test("without a network it is never given up, and goes once there is one again", async () => {
  status.kind = "lost";
  bySocket.mockImplementation(never);
  byHttp.mockImplementation(nothing);
  plea.ask();
  await after(300_000);
  expect(plea.view.state).toBe("failed");
  byHttp.mockResolvedValue({});
  await after(10_000);
  expect(plea.view.state).toBe("sent");
  expect(new Set(byHttp.mock.calls.map(([, ref]) => ref)).size).toBe(1);
});

test("a server that is too busy is asked again over the socket, and a refusal is final", async () => {
  byHttp.mockImplementation(nothing);
  bySocket.mockRejectedValueOnce(new Refused("busy", ""));
  bySocket.mockRejectedValueOnce(new Refused("wrong_phase", ""));
  plea.ask();
  await after(9_000);
  expect(plea.view.state).toBe("failed");
  await after(60_000);
  expect([plea.view.state, bySocket.mock.calls.length]).toEqual(["refused", 2]);
});

test("a socket that is closed for good leaves one more try, and no promise", async () => {
  bySocket.mockRejectedValue(new Refused("closed", ""));
  byHttp.mockImplementation(nothing);
  plea.ask();
  status.kind = "closed";
  await after(60_000);
  expect([plea.view.state, byHttp.mock.calls.length]).toEqual(["refused", 1]);
});

test("the same words again are the same asking, and other words another", async () => {
  status.kind = "lost";
  bySocket.mockImplementation(never);
  byHttp.mockImplementation(nothing);
  plea.write("please");
  plea.ask();
  await after(0);
  plea.ask();
  await after(0);
  plea.write("somebody is here");
  plea.ask();
  await after(0);
  const [first, second, third] = bySocket.mock.calls.map(([, ref]) => ref);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
});

test("what the room said of an older asking is no answer to this one", async () => {
  status.kind = "lost";
  bySocket.mockImplementation(never);
  byHttp.mockResolvedValue({});
  plea.ask();
  await after(0);
  asked(NOON - 600_000);
  expect(plea.view).toMatchObject({ state: "sent", answered: false });
  asked(NOON + 100);
  expect(plea.view.answered).toBe(true);
});

test("a snapshot answers only an asking that was sent before it", async () => {
  status.kind = "lost";
  bySocket.mockImplementation(never);
  byHttp.mockImplementation(nothing);
  const snapshot = asBob({ you: { ...asBob().you, helped: "coming" } });
  const welcome = { type: "welcome", cursor: "c", now: NOON, resumed: false, snapshot } as const;
  plea.ask();
  await after(0);
  hear(welcome);
  expect(plea.view.answered).toBe(false);
  byHttp.mockResolvedValue({});
  await after(10_000);
  hear(welcome);
  expect(plea.view).toMatchObject({ state: "sent", answered: true });
});

test("a dialog that is closed keeps what is typed and what is not answered, and nothing else", async () => {
  bySocket.mockResolvedValue();
  plea.open();
  plea.write("half a");
  plea.close();
  expect(plea.view).toMatchObject({ words: "half a", open: false });
  plea.ask();
  await after(0);
  plea.close();
  expect(plea.view.state).toBe("sent");
  asked(NOON);
  plea.close();
  expect(plea.view).toMatchObject({ state: "no", words: "" });
});

test("that somebody is coming is said once: where the asking still shows, or as a notice", async () => {
  bySocket.mockResolvedValue();
  plea.ask();
  await after(0);
  asked(NOON);
  hear(frame({ type: "HelpComing" }));
  expect(say).not.toHaveBeenCalled();
  plea.renew();
  hear(frame({ type: "HelpComing" }));
  expect(say).toHaveBeenCalledExactlyOnceWith({ key: "help.coming", tone: "pine" });
});
