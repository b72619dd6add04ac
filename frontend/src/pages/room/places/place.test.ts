import { expect, test } from "vitest";
import { alice, asBob, bob, eve } from "../../../room/stage";
import { besideYou, elsewhere, ofYourPlace, placeName, yourPlace } from "./place";

const PLACES = { open: [{ place: "p_1", name: "Oak" }], closes_at: null };
const parted = asBob({
  people: [alice, { ...bob, place: "p_1" }, { ...eve, place: "p_1" }],
  hands: [
    { seat: "s_alice", since: 1 },
    { seat: "s_eve", since: 2 },
  ],
  places: PLACES,
});
const seats = (list: readonly { seat: string }[]) => list.map((one) => one.seat);

test("one is with those of one's own place, and the others are elsewhere", () => {
  expect(yourPlace(parted)).toBe("p_1");
  expect(seats(besideYou(parted))).toEqual(["s_bob", "s_eve"]);
  expect(seats(elsewhere(parted))).toEqual(["s_alice"]);
  expect(placeName(parted, "p_1")).toBe("Oak");
});

test("hands of other places are not in one's own order", () => {
  expect(seats(ofYourPlace(parted).hands)).toEqual(["s_eve"]);
});

test("while everyone is together the room is the very same object", () => {
  const together = asBob();
  expect(ofYourPlace(together)).toBe(together);
  expect(besideYou(together)).toBe(together.people);
});
