import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { type FakeTrack, track } from "../../../media/fakes";

let useBlur: typeof import("./blur").useBlur;
let chosenBlur: typeof import("./chosen").chosenBlur;

beforeEach(async () => {
  // What was chosen lasts as long as the page: each test has a page of its own.
  vi.resetModules();
  ({ useBlur } = await import("./blur"));
  ({ chosenBlur } = await import("./chosen"));
});

/** A camera that can blur, as few browsers have them. */
function blurring(id: string): FakeTrack {
  const one = track("video", id);
  return Object.assign(one, {
    getCapabilities: () => ({ backgroundBlur: [false, true] }),
    getSettings: () => ({ backgroundBlur: one.getConstraints().backgroundBlur }),
  });
}

const streamOf = (one: FakeTrack) => ({ getTracks: () => [one] }) as unknown as MediaStream;

async function tried(first: FakeTrack) {
  const hook = renderHook(({ stream }) => useBlur(stream), {
    initialProps: { stream: streamOf(first) },
  });
  const { result, rerender } = hook;
  const turn = () => act(async () => result.current.turn());
  const change = (next: FakeTrack) => act(async () => rerender({ stream: streamOf(next) }));
  await act(async () => undefined);
  return { how: () => result.current.how, turn, change };
}

test("a camera that can blur does, as it will in the room", async () => {
  const camera = blurring("good");
  const { how } = await tried(camera);
  expect([how(), chosenBlur()]).toEqual(["behind", true]);
  expect(camera.getConstraints()).toEqual({ backgroundBlur: true });
});

test("whoever shows what is behind them is shown so in the room, and may think better of it", async () => {
  const { how, turn } = await tried(blurring("good"));
  await turn();
  expect([how(), chosenBlur()]).toEqual(["clear", false]);
  await turn();
  expect([how(), chosenBlur()]).toEqual(["behind", true]);
});

test("where a camera can not blur it is said to be for this page only, and nothing is kept", async () => {
  const { how, turn } = await tried(track("video"));
  expect([how(), chosenBlur()]).toEqual(["here", null]);
  await turn();
  expect([how(), chosenBlur()]).toEqual(["clear", null]);
});

test("a camera that was asked to blur and does not is not said to", async () => {
  const camera = Object.assign(blurring("stubborn"), { getSettings: () => ({}) });
  const { how } = await tried(camera);
  expect(how()).toBe("clear");
});

test("what one camera said is not taken for another's", async () => {
  const { how, change } = await tried(blurring("good"));
  await change(Object.assign(blurring("slow"), { applyConstraints: () => new Promise(() => {}) }));
  expect(how()).toBeNull();
});
