import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoundView } from "../../../api/protocol.gen";
import { asAlice, asBob } from "../../../room/stage";
import { Floor } from "../Floor";
import { Asking } from "./Asking";
import { Bar } from "./Bar";
import { drawn } from "./drawn";
import { RaiseForm } from "./Raise";
import { Round } from "./Round";

vi.mock("../stage/media", () => ({ useMedia: () => null }));

beforeEach(() => {
  // A text field that grows asks when its letters are here.
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});
afterEach(cleanup);

const round: RoundView = {
  ...{ seats: ["s_bob", "s_eve"], seconds: 60, coming: ["s_eve"] },
  turn: { seat: "s_bob", until: null, left_ms: 0 },
};
const inRound = { ...asAlice(), round };

/** A connection on which an answer comes when the test says so. */
function slow(give: Awaited<ReturnType<typeof drawn>>) {
  let answer = (): void => undefined;
  give.mockImplementation(() => new Promise((done) => (answer = done)));
  return () => answer();
}

const forms = [
  ["Go", (close: () => void) => <Asking command={{ type: "Leave" }} close={close} go="Go" />],
  ["Raise an alert", (close: () => void) => <RaiseForm seat="s_bob" close={close} />],
] as const;

test.each(forms)("a form that is sent twice (%s) is done once", async (name, form) => {
  const close = vi.fn();
  const give = await drawn(asAlice(), form(close));
  const answer = slow(give);
  const button = screen.getByRole<HTMLButtonElement>("button", { name });
  const sheet = button.closest("form") as HTMLFormElement;
  fireEvent.submit(sheet);
  fireEvent.submit(sheet);
  expect([give.mock.calls.length, button.disabled]).toEqual([1, true]);
  answer();
  await waitFor(() => expect(close).toHaveBeenCalledTimes(1));
});

test.each(["Next", "+30 s", "End round"])("%s waits for its answer", async (name) => {
  const give = await drawn(inRound, <Round />);
  const answer = slow(give);
  const button = screen.getByRole<HTMLButtonElement>("button", { name });
  fireEvent.click(button);
  fireEvent.click(button);
  expect([give.mock.calls.length, button.disabled]).toEqual([1, true]);
  answer();
  await waitFor(() => expect(button.disabled).toBe(false));
});

test("who passes the floor on says whose turn ends", async () => {
  const ends = { type: "NextTurn", seat: "s_bob" };
  const pressed = await drawn(inRound, <Round />);
  fireEvent.click(screen.getByRole("button", { name: "Next" }));
  expect(pressed).toHaveBeenCalledWith(ends);
  cleanup();
  const keyed = await drawn(inRound, <Bar />);
  fireEvent.keyDown(document.body, { code: "KeyN", altKey: true });
  expect(keyed).toHaveBeenCalledWith(ends);
  cleanup();
  const own = await drawn({ ...asBob(), round }, <Floor />);
  fireEvent.click(screen.getByRole("button", { name: "I am done" }));
  expect(own).toHaveBeenCalledWith(ends);
});
