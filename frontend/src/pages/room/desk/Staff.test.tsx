import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { asAlice } from "../../../room/stage";
import { drawn } from "./drawn";
import { Called } from "./Staff";

vi.mock("./Called", () => {
  throw new Error("gone");
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test("open alerts that could not be loaded leave the way in where it is", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const alert = { alert: "a", seat: "s_bob", outcome: null };
  await drawn(
    asAlice({ alerts: [alert as never] }),
    <>
      <Called />
      <button type="button">Enter</button>
    </>,
  );
  expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");
  expect(screen.getByRole("button", { name: "Enter" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Load the page anew" })).toBeTruthy();
});
