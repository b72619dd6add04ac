import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { alice, asAlice, bob, eve } from "../../../room/stage";
import { Card } from "./Card";
import { drawn } from "./drawn";

vi.mock("./Known", () => ({ Known: () => null }));

afterEach(cleanup);

test("whoever is shown large in another place is shown like everyone there again", async () => {
  const people = [alice, bob, { ...eve, place: "p_1" }];
  const places = { open: [{ place: "p_1", name: "Window" }], closes_at: null };
  const room = { ...asAlice(), people, places, spotlights: ["s_bob", "s_eve"] };
  const give = await drawn(room, <Card seat="s_eve" close={() => undefined} />);
  fireEvent.click(screen.getByRole("button", { name: "Show everyone alike" }));
  expect(give).toHaveBeenCalledWith({ type: "Spotlight", seat: null, place: "p_1" });
});
