import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Ticker } from "./ticker";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("everyone who shows a time hears one tick a second, and nothing ticks for nobody", () => {
  const ticker = new Ticker();
  const [one, other] = [vi.fn(), vi.fn()];
  const leave = [ticker.subscribe(one), ticker.subscribe(other)];
  vi.advanceTimersByTime(3_000);
  expect([one.mock.calls.length, other.mock.calls.length, vi.getTimerCount()]).toEqual([3, 3, 1]);
  for (const go of leave) go();
  expect(vi.getTimerCount()).toBe(0);
});
