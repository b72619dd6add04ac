import { act, renderHook } from "@testing-library/react";
import { type ReactNode, useEffect } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Command } from "../../../api/protocol.gen";
import { HereContext } from "../../../room/hooks";
import { asBob } from "../../../room/stage";
import type { RoomStore } from "../../../room/store";
import { useSaving } from "./saving";

let given: Command[];

function around({ children }: { children: ReactNode }) {
  const store = {
    view: {
      room: asBob(),
      status: { kind: "open" },
      said: [],
      reacted: [],
      sentBack: false,
      letIn: false,
    },
    subscribe: () => () => undefined,
    give: async (command: Command) => {
      given.push(command);
    },
    say: () => undefined,
  };
  const here = { store: store as unknown as RoomStore, session: "s" };
  return <HereContext value={here}>{children}</HereContext>;
}

beforeEach(() => {
  vi.useFakeTimers();
  given = [];
});
afterEach(() => void vi.useRealTimers());

const saving = () => renderHook(() => useSaving("before"), { wrapper: around });

test("an answer that is passed over on the way to another is never sent", async () => {
  const { result } = saving();
  for (const answer of [5, 6, 7, 8]) act(() => result.current.say("craving", answer));
  act(() => result.current.say("craving", 2));
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(given).toEqual([
    { type: "CheckIn", moment: "before", answers: { craving: 2 }, done: false },
  ]);
});

test("what still waits is sent when somebody is let in, and the page goes on", async () => {
  const { result, unmount } = saving();
  act(() => result.current.say("mood", null));
  unmount();
  await vi.advanceTimersByTimeAsync(0);
  expect(given).toEqual([
    { type: "CheckIn", moment: "before", answers: { mood: null }, done: false },
  ]);
});

test("what still waits is sent before the whole room goes, and its connection with it", async () => {
  function Room({ children }: { children: ReactNode }) {
    useEffect(() => () => void given.push({ type: "Leave" }), []);
    return around({ children });
  }
  const { result, unmount } = renderHook(() => useSaving("before"), { wrapper: Room });
  act(() => result.current.say("mood", 3));
  unmount();
  await vi.advanceTimersByTimeAsync(0);
  expect(given.map((command) => command.type)).toEqual(["CheckIn", "Leave"]);
});

test("what still waits is sent when the page is loaded anew or left", async () => {
  const { result } = saving();
  act(() => result.current.say("mood", 3));
  await act(async () => void window.dispatchEvent(new Event("pagehide")));
  expect(given).toEqual([{ type: "CheckIn", moment: "before", answers: { mood: 3 }, done: false }]);
});

test("done sends what waits with it, and nothing twice", async () => {
  const { result } = saving();
  act(() => result.current.say("mood", 4));
  await act(() => result.current.finish());
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(given).toEqual([{ type: "CheckIn", moment: "before", answers: { mood: 4 }, done: true }]);
});
