import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { give as giveByHttp } from "../../api/sessions";
import { Refused } from "../../room/errands";
import { HereContext } from "../../room/hooks";
import type { RoomStore } from "../../room/store";
import { useAsking } from "./asking";

vi.mock("../../api/sessions", () => ({ give: vi.fn() }));

const byHttp = vi.mocked(giveByHttp);
const bySocket = vi.fn<(command: unknown, ref?: string) => Promise<void>>();
const status = { kind: "open" };

function around({ children }: { children: ReactNode }) {
  const store = { view: { status }, give: bySocket } as unknown as RoomStore;
  return <HereContext value={{ store, session: "s" }}>{children}</HereContext>;
}

const asking = () => renderHook(() => useAsking(), { wrapper: around });
const never = () => new Promise<void>(() => undefined);

/** Ask, and let so much time pass until it is answered. */
const waiting = (ask: () => Promise<void>, ms: number) =>
  act(async () => {
    const asked = ask();
    await vi.advanceTimersByTimeAsync(ms);
    await asked;
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  status.kind = "open";
});
afterEach(() => void vi.useRealTimers());

test("help goes over the socket, and once only", async () => {
  bySocket.mockResolvedValue();
  const { result } = asking();
  await act(() => result.current.ask("please"));
  expect(result.current.state).toBe("sent");
  expect(byHttp).not.toHaveBeenCalled();
});

test("a socket that does not answer is not waited for, and both ways have one ref", async () => {
  bySocket.mockImplementation(never);
  byHttp.mockResolvedValue({});
  const { result } = asking();
  await waiting(() => result.current.ask("please"), 4_000);
  expect(result.current.state).toBe("sent");
  expect(byHttp.mock.calls[0]?.[2]).toBe(bySocket.mock.calls[0]?.[1]);
});

test("without a connection it goes over HTTP at once", async () => {
  status.kind = "lost";
  bySocket.mockImplementation(never);
  byHttp.mockResolvedValue({});
  const { result } = asking();
  await waiting(() => result.current.ask(""), 0);
  expect(result.current.state).toBe("sent");
});

test("where neither way works it says so; the same words again are the same asking", async () => {
  bySocket.mockRejectedValue(new Refused("offline", ""));
  byHttp.mockRejectedValue(new Error("offline"));
  const { result } = asking();
  await act(() => result.current.ask("please"));
  expect(result.current.state).toBe("failed");
  await act(() => result.current.ask("please"));
  await act(() => result.current.ask("somebody is here"));
  const refs = bySocket.mock.calls.map((call) => call[1]);
  expect(refs[0]).toBe(refs[1]);
  expect(refs[2]).not.toBe(refs[0]);
});

test("what arrives after all is said", async () => {
  let arrive: () => void = () => undefined;
  bySocket.mockImplementation(() => new Promise<void>((done) => (arrive = done)));
  byHttp.mockRejectedValue(new Error("offline"));
  status.kind = "lost";
  const { result } = asking();
  await waiting(() => result.current.ask(""), 0);
  expect(result.current.state).toBe("failed");
  await act(async () => arrive());
  expect(result.current.state).toBe("sent");
});
