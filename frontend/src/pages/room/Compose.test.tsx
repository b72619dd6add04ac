import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Command } from "../../api/protocol.gen";
import { HereContext } from "../../room/hooks";
import { after, alice, asAlice, asBob, bob, eve } from "../../room/stage";
import type { Room } from "../../room/state";
import type { Draft, RoomStore } from "../../room/store";
import { begin, speak } from "../../words";
import { Compose } from "./Compose";

let room: Room;
let given: Command[];
let draft: Draft;
let readers: Set<() => void>;

async function drawn(now: Room) {
  await begin();
  await speak("en");
  room = now;
  const store = {
    get view() {
      return { room };
    },
    draft,
    subscribe: (reader: () => void) => {
      readers.add(reader);
      return () => void readers.delete(reader);
    },
    give: async (command: Command) => void given.push(command),
    say: vi.fn(),
  };
  const here = { store: store as unknown as RoomStore, session: "s" };
  return render(
    <MantineProvider env="test">
      <HereContext value={here}>
        <Compose />
      </HereContext>
    </MantineProvider>,
  );
}

const becomes = (now: Room) =>
  act(() => {
    room = now;
    for (const reader of readers) reader();
  });
const box = () => screen.getByRole<HTMLTextAreaElement>("textbox");
const type = (value: string) => fireEvent.change(box(), { target: { value } });
const enter = () => act(async () => void fireEvent.keyDown(box(), { key: "Enter" }));
const choose = (value: string) =>
  fireEvent.change(screen.getByLabelText("To"), { target: { value } });
const mayPress = () => !screen.getByRole<HTMLButtonElement>("button", { name: "Send" }).disabled;

beforeEach(() => {
  // What the growing box listens to, and this DOM has not.
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
  given = [];
  readers = new Set();
  draft = { text: "", picked: null, fixed: null };
});
afterEach(cleanup);

const without = (seat: string): Room => {
  const { staff } = asAlice();
  const expected = staff?.expected.map((one) => ({
    ...one,
    connections: one.seat === seat ? 0 : one.connections,
  }));
  return asAlice({ expected: expected ?? [] });
};

test("what was written to one person is not sent to everyone once they are gone", async () => {
  await drawn(asAlice());
  choose("s_bob");
  type("only for you");
  becomes(without("s_bob"));
  await enter();
  expect([given, box().value, mayPress()]).toEqual([[], "only for you", false]);
  expect(screen.getByRole("status").textContent).toContain("Bob is not connected right now.");
  choose("s_eve");
  await enter();
  expect(given).toEqual([{ type: "Post", text: "only for you", to: "seat", seat: "s_eve" }]);
});

test("nobody takes the place of a person one has chosen, before anything is written either", async () => {
  await drawn(asAlice());
  choose("s_bob");
  becomes(without("s_bob"));
  type("only for you");
  await enter();
  expect(given).toEqual([]);
});

test("no one person stands in for the group while it is on hold", async () => {
  const { times } = asBob();
  await drawn({ ...asAlice(), times: { ...times, phase: "on_hold" } });
  type("for all");
  await enter();
  expect(given).toEqual([]);
});

test("what was written to the facilitators goes to them when the group may be written to again", async () => {
  await drawn(asBob({ chat: "to_staff" }));
  type("I have used");
  becomes(asBob());
  await enter();
  expect(given).toEqual([{ type: "Post", text: "I have used", to: "staff" }]);
});

test("what was begun in the waiting room is for the facilitators inside, too", async () => {
  const waiting = asBob({ you: { ...asBob().you, standing: "waiting" } });
  const { unmount } = await drawn(waiting);
  type("may I come in");
  unmount();
  await drawn(asBob());
  expect(screen.getByLabelText<HTMLSelectElement>("To").value).toBe("staff");
  await enter();
  expect(given).toEqual([{ type: "Post", text: "may I come in", to: "staff" }]);
});

test("what was written to a side room is not for the main room, and says where it was meant for", async () => {
  const places = { open: [{ place: "p_1", name: "Window" }], closes_at: null };
  const apart = asBob({ people: [alice, { ...bob, place: "p_1" }, eve], places });
  await drawn(apart);
  type("between us");
  becomes(after(apart, { type: "PlacesClosed" }));
  await enter();
  expect([given, mayPress()]).toEqual([[], false]);
  expect(screen.getByRole("status").textContent).toBe(
    "You are in another room now. What you wrote is kept. Choose who gets it.",
  );
  becomes(apart);
  await enter();
  expect(given).toEqual([{ type: "Post", text: "between us", to: "group", place: "p_1" }]);
});

test("a text to the group, once its chat is off, waits until one says to whom", async () => {
  await drawn(asBob({ chat: "open" }));
  type("hello");
  becomes(asBob({ chat: "off" }));
  await enter();
  expect([given, mayPress()]).toEqual([[], false]);
  choose("staff");
  await enter();
  expect(given).toEqual([{ type: "Post", text: "hello", to: "staff" }]);
  expect(box().value).toBe("");
});
