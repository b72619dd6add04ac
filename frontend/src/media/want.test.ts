import { expect, test } from "vitest";
import type { Size } from "./sound";
import { type Look, MOST, wanted } from "./want";

const look = (shown: Readonly<Record<string, Size>>, more: Partial<Look> = {}): Look => ({
  ...{ shown: new Map(Object.entries(shown)), pinned: null, spotlight: null },
  ...{ carried: "video", hidden: false },
  ...more,
});
const got = (one: Look) => Object.fromEntries(wanted(one));

test("what is shown is taken as large as it is shown, and nothing else", () => {
  const shown = { "bob camera": "small", "eve camera": "large", "alice share": "normal" } as const;
  expect(got(look(shown))).toEqual({ "bob camera": 0, "eve camera": 2, "alice share": 1 });
});

test("on a weak connection cameras are small, shares and what is pinned are not", () => {
  const shown = { "bob camera": "large", "eve camera": "large", "alice share": "large" } as const;
  expect(got(look(shown, { carried: "less", pinned: "eve camera" }))).toEqual({
    ...{ "bob camera": 0, "eve camera": 2, "alice share": 2 },
  });
});

test.each([{ carried: "sound" }, { hidden: true }] as const)(
  "with %o only shares and what is pinned go on",
  (more) => {
    const shown = { "bob camera": "large", "alice share": "large" } as const;
    const pinned = "carol camera";
    expect(got(look(shown, { ...more, pinned }))).toEqual({ "carol camera": 1, "alice share": 2 });
  },
);

test("of too many, what is pinned, shared and spotlit comes first", () => {
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`s${index} camera`, "small" as const]),
  );
  const all = { ...many, "alice share": "small", "eve camera": "small" } as const;
  const taken = [...wanted(look(all, { pinned: "s19 camera", spotlight: "eve camera" })).keys()];
  expect(taken).toHaveLength(MOST);
  expect(taken.slice(0, 3)).toEqual(["s19 camera", "alice share", "eve camera"]);
});
