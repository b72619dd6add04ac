// @vitest-environment node

import { expect, test } from "vitest";
import { Window } from "./window";

test("each number is fresh once, within reach, in any order", () => {
  const window = new Window();
  const seen = new Set<number>();
  let highest = -1;
  let seed = 3;
  for (let at = 0; at < 20_000; at += 1) {
    seed = (seed * 16807) % 2147483647;
    const number = Math.max(0, Math.floor(at / 4) - 600 + (seed % 700));
    const fresh = window.fresh(number);
    if (seen.has(number)) expect(fresh).toBe(false);
    else if (number > highest - 512) expect(fresh).toBe(true);
    else expect(fresh).toBe(false);
    if (!fresh) continue;
    window.mark(number);
    seen.add(number);
    highest = Math.max(highest, number);
  }
});

test("a leap forgets what lies behind it", () => {
  const window = new Window();
  for (const number of [0, 1, 511]) window.mark(number);
  window.mark(100_000);
  expect(window.fresh(1)).toBe(false);
  expect(window.fresh(99_999)).toBe(true);
});
