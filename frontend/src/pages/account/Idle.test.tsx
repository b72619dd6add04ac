import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signOut } from "../../api/account";
import { touch } from "../../api/touch";
import { Idle } from "./Idle";

vi.mock("../../api/account", () => ({ signOut: vi.fn(() => Promise.resolve()) }));

const MINUTE = 60_000;
const out = vi.mocked(signOut);

/** The tabs of this browser: what this one says, and how another one is heard. */
class Channel {
  static said: unknown[] = [];
  static here: Channel | undefined;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor() {
    Channel.here = this;
  }
  postMessage(word: unknown) {
    Channel.said.push(word);
  }
  close() {}
}

const hear = (word: string) => act(() => Channel.here?.onmessage?.({ data: word }));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function page(at: string) {
  const queries = new QueryClient();
  const asked = vi.spyOn(queries, "invalidateQueries");
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <MemoryRouter initialEntries={[at]}>
          <Idle minutes={15} ended={() => undefined} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return asked;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("BroadcastChannel", Channel);
  Channel.said = [];
  touch();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
});

test("what another tab has told the server is not told again, to and fro for ever", async () => {
  const asked = page("/people");
  await pass(2 * MINUTE);
  hear("touched");
  await pass(2 * MINUTE);
  expect(asked).not.toHaveBeenCalled();
  expect(Channel.said).toEqual([]);
  await pass(13 * MINUTE);
  expect(out).toHaveBeenCalledTimes(1);
});

test("a forgotten page does not sign somebody out of the room they are in", async () => {
  const asked = page("/people");
  for (let minute = 0; minute < 20; minute++) {
    hear("room");
    await pass(MINUTE);
  }
  expect(out).not.toHaveBeenCalled();
  // The server says when it is over for everything but the room.
  expect(asked).toHaveBeenCalledWith({ queryKey: ["me"] });
  await pass(4 * MINUTE);
  expect(out).toHaveBeenCalledTimes(1);
});

test("a page in a room tells the others so, and never signs out", async () => {
  page("/rooms/one");
  await pass(40 * MINUTE);
  expect(Channel.said.filter((word) => word === "room").length).toBeGreaterThan(40);
  expect(out).not.toHaveBeenCalled();
});
