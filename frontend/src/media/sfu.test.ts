import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Ties } from "./client";
import { FakeConnection, track } from "./fakes";
import { NO_TRACKS } from "./sending";
import { Sfu } from "./sfu";
import type { FromPage } from "./sound";
import type { Layer } from "./want";

let made: FakeConnection[];
let said: FromPage[];
let came: (readonly [string, string, boolean])[];
let sfu: Sfu;

const protection = () => ({
  ...{ sender: vi.fn(), receiver: vi.fn(), members: vi.fn(), heard: vi.fn(), close: vi.fn() },
});
const settle = () => vi.advanceTimersByTimeAsync(0);
const kinds = () => said.map((one) => one.kind);
const line = (mid: string, seat: string, source: "microphone" | "camera") => ({
  mid,
  seat,
  source,
});

function ties(more: Partial<Ties> = {}): Ties {
  return {
    ...{ leg: "b", ice: {}, kbps: 600, protection: null, tracks: NO_TRACKS },
    connect: (configuration) => {
      const connection = new FakeConnection(configuration);
      made.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
    say: (message) => said.push(message),
    came: (seat, source, one) => came.push([seat, source, one !== null]),
    introduced: () => undefined,
    ...more,
  };
}

beforeEach(async () => {
  vi.useFakeTimers();
  [made, said, came] = [[], [], []];
  sfu = new Sfu(ties());
  await settle();
});

afterEach(() => {
  sfu.close();
  vi.useRealTimers();
});

test("it publishes three lines at once, in their order, the camera in two sizes", () => {
  const [out] = made;
  expect(said).toEqual([{ kind: "publish", sdp: "local 3" }]);
  expect(out?.lines.map((one) => one.direction)).toEqual(["sendonly", "sendonly", "sendonly"]);
  const camera = out?.lines[1]?.sender.parameters.encodings ?? [];
  expect(camera.map(({ rid, scaleResolutionDownBy }) => [rid, scaleResolutionDownBy])).toEqual([
    ["h", 1],
    ["l", 2],
  ]);
  const total = camera.reduce((sum, one) => sum + (one.maxBitrate ?? 0), 0);
  expect(total).toBeLessThanOrEqual(600_000);
});

test("turning on and off replaces a track and says nothing", () => {
  const mine = track("video");
  sfu.put("camera", mine);
  expect(made[0]?.lines[1]?.sender.track).toBe(mine);
  sfu.put("camera", null);
  expect(made[0]?.lines[1]?.sender.track).toBeNull();
  expect(kinds()).toEqual(["publish"]);
});

test("an offer is answered by its number, and its lines come in as whose they are", async () => {
  const streams = [line("0", "s_eve", "microphone"), line("1", "s_eve", "camera")];
  sfu.take({ kind: "offer", n: 7, sdp: "lines 2", streams });
  await settle();
  expect(said).toContainEqual({ kind: "answer", n: 7, sdp: "local 2" });
  expect(came).toEqual([
    ["s_eve", "microphone", true],
    ["s_eve", "camera", true],
  ]);
});

test("a line is one person's, also where it is said to be two", async () => {
  const streams = [line("0", "s_eve", "camera"), line("0", "s_bob", "camera")];
  sfu.take({ kind: "offer", n: 1, sdp: "lines 1", streams });
  await settle();
  expect(came).toEqual([["s_eve", "camera", true]]);
});

test("a line that is used anew is somebody else's from then, and protected as theirs", async () => {
  const guard = protection();
  sfu.close();
  sfu = new Sfu(ties({ protection: guard }));
  vi.stubGlobal("RTCRtpReceiver", { getCapabilities: () => null });
  sfu.take({ kind: "offer", n: 1, sdp: "lines 1", streams: [line("0", "s_eve", "camera")] });
  await settle();
  sfu.take({ kind: "offer", n: 2, sdp: "lines 1", streams: [line("0", "s_bob", "camera")] });
  await settle();
  expect(came.slice(-2)).toEqual([
    ["s_eve", "camera", false],
    ["s_bob", "camera", true],
  ]);
  expect(guard.receiver).toHaveBeenLastCalledWith(expect.anything(), "s_bob", "camera");
  vi.unstubAllGlobals();
});

test("what is wanted is said once for a burst, and only what changed", async () => {
  const streams = [line("0", "s_eve", "camera"), line("1", "s_bob", "camera")];
  sfu.take({ kind: "offer", n: 1, sdp: "lines 2", streams });
  await settle();
  said.length = 0;
  const pictures = (...list: (readonly [string, Layer])[]) => new Map(list);
  sfu.want(pictures(["s_eve camera", 0]));
  sfu.want(pictures(["s_eve camera", 2]));
  await vi.advanceTimersByTimeAsync(200);
  expect(said).toEqual([{ kind: "want", streams: [{ mid: "0", on: true, layer: 2 }] }]);
});

test("a connection that broke is told once; a short gap is not", async () => {
  made[0]?.become("disconnected");
  await vi.advanceTimersByTimeAsync(3_000);
  made[0]?.become("connected");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kinds()).not.toContain("failed");
  made[0]?.become("failed");
  made[0]?.become("failed");
  expect(kinds().filter((one) => one === "failed")).toHaveLength(1);
});

test("closing ends both connections and all that came in", async () => {
  sfu.take({ kind: "offer", n: 1, sdp: "lines 1", streams: [line("0", "s_eve", "camera")] });
  await settle();
  sfu.close();
  expect(made.map((one) => one.closed)).toEqual([true, true]);
  expect(came.at(-1)).toEqual(["s_eve", "camera", false]);
});
