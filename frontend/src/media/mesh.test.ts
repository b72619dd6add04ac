import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Protection } from "./encryption/protection";
import { FakeConnection, track } from "./fakes";
import { Mesh } from "./mesh";
import { NO_TRACKS } from "./sending";
import type { FromPage } from "./sound";

let made: FakeConnection[];
let said: FromPage[];
let mesh: Mesh;

const settle = () => vi.advanceTimersByTimeAsync(0);
const passed = (kind: string) =>
  said.flatMap((one) => (one.kind === "pass" && one.data.kind === kind ? [one] : []));
const hear = (sender: string, data: Record<string, unknown>) =>
  mesh.take({ kind: "passed", sender, data });
const peers = (...legs: readonly string[]) =>
  mesh.take({ kind: "peers", peers: legs.map((leg) => ({ leg, seat: `s_${leg}` })) });

beforeEach(() => {
  vi.useFakeTimers();
  [made, said] = [[], []];
  mesh = meshWith(null);
});

function meshWith(protection: Protection | null): Mesh {
  return new Mesh({
    ...{ leg: "b", ice: {}, kbps: 300, protection, tracks: NO_TRACKS },
    connect: (configuration) => {
      const connection = new FakeConnection(configuration);
      made.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
    say: (message) => said.push(message),
    ...{ came: () => undefined, introduced: () => undefined },
  });
}

afterEach(() => {
  mesh.close();
  vi.useRealTimers();
});

test("the smaller name offers, and the other waits for an offer", async () => {
  peers("a", "c");
  await settle();
  expect(passed("offer").map((one) => one.to)).toEqual(["c"]);
  hear("a", { kind: "offer", n: 1, sdp: "lines 3" });
  await settle();
  expect(passed("answer").map((one) => one.to)).toEqual(["a"]);
  expect(made[1]?.lines.map((one) => one.direction)).toEqual(["sendrecv", "sendrecv", "sendrecv"]);
});

test("candidates that come before the answer are kept, those of another attempt are not", async () => {
  peers("c");
  await settle();
  hear("c", { kind: "candidate", n: 1, candidate: "early" });
  hear("c", { kind: "candidate", n: 9, candidate: "other" });
  hear("c", { kind: "answer", n: 1, sdp: "answer" });
  hear("c", { kind: "candidate", n: 1, candidate: "late" });
  await settle();
  expect(made[0]?.candidates).toEqual(["early", "late"]);
});

test("a broken connection is begun anew by whoever offers, later each time", async () => {
  peers("c");
  await settle();
  made[0]?.become("failed");
  await vi.advanceTimersByTimeAsync(1_000);
  expect([made.length, made[0]?.closed]).toEqual([2, true]);
  made[1]?.become("failed");
  await vi.advanceTimersByTimeAsync(1_500);
  expect(made).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(made).toHaveLength(3);
});

test("whoever does not offer says that it broke", async () => {
  peers("a");
  hear("a", { kind: "offer", n: 1, sdp: "lines 3" });
  await settle();
  made[0]?.become("failed");
  expect(passed("broken")[0]?.data).toEqual({ kind: "broken", n: 1 });
});

test("what another device does not show is not sent to it", async () => {
  const mine = track("video");
  peers("c");
  await settle();
  mesh.put("camera", mine);
  expect(made[0]?.lines[1]?.sender.track).toBe(mine);
  hear("c", { kind: "shows", camera: false, share: true });
  expect(made[0]?.lines[1]?.sender.track).toBeNull();
});

test("what is shown is told to each device when it changes", async () => {
  peers("c");
  mesh.want(new Map([["s_c camera", 0]]));
  mesh.want(new Map([["s_c camera", 2]]));
  await settle();
  expect(passed("shows").map((one) => one.data.camera)).toEqual([false, true]);
});

test("whoever is gone from the list is let go", async () => {
  peers("c", "d");
  await settle();
  peers("d");
  expect(made.map((one) => one.closed)).toEqual([true, false]);
});

test("whoever offers in an encrypted group can open what comes before it is negotiated", async () => {
  const receiver = vi.fn();
  const rest = { sender: vi.fn(), members: vi.fn(), heard: vi.fn(), close: vi.fn() };
  mesh = meshWith({ ...rest, receiver });
  peers("c");
  await settle();
  expect(passed("offer")).toHaveLength(1);
  const opened = receiver.mock.calls.map(([, seat, source]) => [seat, source]);
  expect(opened).toEqual([
    ["s_c", "microphone"],
    ["s_c", "camera"],
    ["s_c", "share"],
  ]);
});
