import { expect, test } from "vitest";
import { standing } from "./idleness";

const MINUTE = 60_000;

test("nothing is asked until two minutes before the end", () => {
  expect(standing(12 * MINUTE, 15, 0).left).toBeNull();
  expect(standing(13 * MINUTE, 15, 0).left).toBe(2 * MINUTE);
  expect(standing(14.5 * MINUTE, 15, 0).left).toBe(MINUTE / 2);
});

test("it is over when the time has run out, also after a long sleep", () => {
  expect(standing(15 * MINUTE - 1, 15, 0).over).toBe(false);
  expect(standing(15 * MINUTE, 15, 0).over).toBe(true);
  expect(standing(600 * MINUTE, 15, 0)).toMatchObject({ over: true, left: 0 });
});

test("a touch since the server last heard is told once a minute", () => {
  expect(standing(5000, 15, 59_000).tell).toBe(false);
  expect(standing(5000, 15, 61_000).tell).toBe(true);
  expect(standing(90_000, 15, 61_000).tell).toBe(false);
});

test("a clinic that allows a minute only has half of it as warning", () => {
  expect(standing(29_000, 1, 0).left).toBeNull();
  expect(standing(30_000, 1, 0).left).toBe(30_000);
});
