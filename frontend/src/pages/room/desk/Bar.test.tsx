import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { alice, asAlice, bob } from "../../../room/stage";
import { Bar } from "./Bar";
import { drawn } from "./drawn";

vi.mock("./Actions", () => ({ Dialogs: () => null }));
vi.mock("../stage/media", () => ({ useMedia: () => null }));

afterEach(cleanup);

test.each([
  [true, "Let nobody else take part by text"],
  [false, "Let people take part by text"],
])("where text alone is allowed (%s) the bar says: %s", async (text_allowed, words) => {
  const give = await drawn({ ...asAlice(), text_allowed }, <Bar />);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: words }));
  expect(give).toHaveBeenCalledWith({ type: "AllowText", allowed: !text_allowed });
});

test("what the room says one shares can be ended, also where the page has no media", async () => {
  const people = [{ ...alice, shares: "screen" as const }, bob];
  const give = await drawn({ ...asAlice(), people }, <Bar />);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Stop sharing" }));
  expect(give).toHaveBeenCalledWith({ type: "StopSharing" });
});
