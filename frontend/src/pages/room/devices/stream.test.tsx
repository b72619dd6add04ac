import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loudness } from "./level";
import { useDevice } from "./stream";

const track = () => ({ stop: vi.fn(), getSettings: () => ({ deviceId: "one" }) });
let tracks: ReturnType<typeof track>[];
const getUserMedia = vi.fn();
const enumerateDevices = vi.fn(async () => [
  { kind: "videoinput", deviceId: "one", label: "Front" },
  { kind: "audioinput", deviceId: "two", label: "Microphone" },
]);

function stream() {
  const one = track();
  tracks.push(one);
  return { getTracks: () => [one] };
}

beforeEach(() => {
  tracks = [];
  getUserMedia.mockImplementation(async () => stream());
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia, enumerateDevices } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  getUserMedia.mockReset();
});

const camera = () => renderHook(() => useDevice("camera"));

test("a camera is off until it is asked for", () => {
  const { result } = camera();
  expect([result.current.stream, getUserMedia.mock.calls.length]).toEqual([null, 0]);
});

test("it is let go when the page goes", async () => {
  const { result, unmount } = camera();
  await act(() => result.current.turnOn());
  expect(result.current.known).toEqual([{ id: "one", name: "Front" }]);
  unmount();
  expect(tracks[0]?.stop).toHaveBeenCalled();
});

test("what is allowed only after the page has gone is let go too", async () => {
  let allow: (value: unknown) => void = () => undefined;
  getUserMedia.mockImplementation(() => new Promise((done) => (allow = done)));
  const { result, unmount } = camera();
  const asked = result.current.turnOn();
  unmount();
  allow(stream());
  await asked;
  expect(tracks[0]?.stop).toHaveBeenCalled();
});

test("another camera takes the place of the first", async () => {
  const { result } = camera();
  await act(() => result.current.turnOn());
  await act(() => result.current.turnOn("two"));
  expect(tracks.map((one) => one.stop.mock.calls.length)).toEqual([1, 0]);
});

/** From now a camera is allowed when the test says so, in whichever order. */
function allowedLater() {
  const allow: (() => void)[] = [];
  getUserMedia.mockImplementation(
    () => new Promise((done) => allow.push(() => done(stream() as unknown))),
  );
  return allow;
}

test("what is allowed only after it was turned off is let go, and stays off", async () => {
  const { result } = camera();
  await act(() => result.current.turnOn());
  const allow = allowedLater();
  await act(async () => {
    const asked = result.current.turnOn("two");
    result.current.turnOff();
    allow[0]?.();
    await asked;
  });
  expect(tracks.map((one) => one.stop.mock.calls.length)).toEqual([1, 1]);
  expect([result.current.stream, result.current.asking]).toEqual([null, false]);
});

test("of two cameras chosen quickly the later one counts, whichever is allowed first", async () => {
  const allow = allowedLater();
  const { result } = camera();
  await act(async () => {
    const both = [result.current.turnOn("two"), result.current.turnOn("three")];
    allow[1]?.();
    allow[0]?.();
    await Promise.all(both);
  });
  // The later one was allowed first.
  expect(tracks.map((one) => one.stop.mock.calls.length)).toEqual([0, 1]);
  expect(result.current.stream?.getTracks()).toEqual([tracks[0]]);
});

test("that an earlier camera can not be used says nothing of the later one", async () => {
  const { result } = camera();
  await act(async () => {
    getUserMedia.mockRejectedValueOnce(new DOMException("", "NotReadableError"));
    await Promise.all([result.current.turnOn("two"), result.current.turnOn("three")]);
  });
  expect([result.current.why, result.current.stream === null]).toEqual([null, false]);
});

test.each([
  ["NotAllowedError", "denied"],
  ["NotFoundError", "none"],
  ["NotReadableError", "busy"],
  ["Other", "unable"],
])("%s is told as %s", async (name, why) => {
  getUserMedia.mockRejectedValue(new DOMException("", name));
  const { result } = camera();
  await act(() => result.current.turnOn());
  expect([result.current.why, result.current.stream]).toEqual([why, null]);
});

test("a browser without devices says so", async () => {
  vi.stubGlobal("navigator", {});
  const { result } = camera();
  await act(() => result.current.turnOn());
  expect(result.current.why).toBe("unable");
});

test("silence is nothing, and a loud voice fills the meter", () => {
  expect(loudness(new Float32Array(8))).toBe(0);
  expect(loudness(new Float32Array(8).fill(0.5))).toBe(1);
});
