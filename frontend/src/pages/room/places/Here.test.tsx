import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { alice, asAlice, asBob, bob, eve, NOON } from "../../../room/stage";
import { drawn } from "../desk/drawn";
import { PlaceLine } from "./Here";

afterEach(cleanup);

const places = { open: [{ place: "p_1", name: "Oak" }], closes_at: NOON + 45_000 };
const people = [alice, bob, { ...eve, place: "p_1" }];

test("whoever stayed with the group sees when the side rooms come back", async () => {
  await drawn(asBob({ people, places }), <PlaceLine />);
  expect(screen.getByRole("timer").textContent).toBe("The side rooms come back in 0:45.");
});

test("without a time nothing is counted", async () => {
  await drawn(asBob({ people, places: { ...places, closes_at: null } }), <PlaceLine />);
  expect(screen.queryByRole("timer")).toBeNull();
});

test("staff have it over the list of side rooms, and not twice", async () => {
  await drawn({ ...asAlice(), people, places }, <PlaceLine />);
  expect(screen.queryByRole("timer")).toBeNull();
});

test("in a side room it is said which one, and for how long", async () => {
  const parted = [alice, { ...bob, place: "p_1" }, { ...eve, place: "p_1" }];
  await drawn(asBob({ people: parted, places }), <PlaceLine />);
  expect(screen.getByText("Side room: Oak")).toBeTruthy();
  expect(screen.getByRole("timer").textContent).toContain("0:45 left");
});
