import { expect, test } from "vitest";
import { members, named, spread, within } from "./spread";

const SEATS = ["a", "b", "c", "d", "e", "f", "g"];
const first = () => 0;

test("everyone gets a room, and no room has two more than another", () => {
  const chance = [0.9, 0.1, 0.5, 0.3, 0.7, 0.2];
  const drawn = spread(SEATS, 3, () => chance.pop() ?? 0);
  const sizes = [0, 1, 2].map((room) => members(drawn, SEATS, room).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(7);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBe(1);
});

test("chance decides who is with whom", () => {
  expect(spread(SEATS, 2, first)).not.toEqual(spread(SEATS, 2, () => 0.999));
});

test("with fewer rooms, who was in one that is gone stays with the group", () => {
  expect(within({ a: 0, b: 2, c: null }, 2)).toEqual({ a: 0, b: null, c: null });
});

test("rooms are never called as somebody in the group is", () => {
  expect(named([], 2, ["Oak", "Elm", "Linden"], ["Oak"])).toEqual(["Elm", "Linden"]);
  expect(named(["Mine"], 3, ["Oak"], [])).toEqual(["Mine", "Oak", "3"]);
});
