import { expect, test } from "vitest";
import { before, complete, noes, open } from "./questions";

const HOME = { state: "AZ", location: "12 Home Street", callback: "480 555 0100" };
const FIT = { alone: true, headphones: true, sober: true, not_driving: true, agreements: true };

test("questions are asked in order, and those of last time are not asked again", () => {
  expect(open({})).toBe("state");
  expect(open(HOME)).toBe("alone");
  expect(open({ ...HOME, ...FIT })).toBeNull();
});

test("going back leads to the question before", () => {
  expect(before("state")).toBeNull();
  expect(before("alone")).toBe("callback");
});

test("there is nothing to knock with until everything is answered", () => {
  expect(complete(HOME)).toBeNull();
  expect(complete({ ...HOME, ...FIT })).toEqual({ ...HOME, ...FIT });
});

test("an honest no is an answer", () => {
  const said = { ...HOME, ...FIT, sober: false };
  expect(complete(said)?.sober).toBe(false);
  expect(noes(said)).toEqual(["sober"]);
});
