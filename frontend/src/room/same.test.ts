import { expect, test } from "vitest";
import { alike } from "./same";

const part = { deep: true };

test.each([
  [1, 1, true],
  ["a", "b", false],
  [null, {}, false],
  [[1, part], [1, part], true],
  [[1, part], [1, { deep: true }], false],
  [{ a: 1, b: part }, { a: 1, b: part }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
])("%j and %j: %s", (one, other, same) => {
  expect(alike(one, other)).toBe(same);
});
