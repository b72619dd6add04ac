import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useSettled } from "./settled";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("only what stands after a pause is asked for", () => {
  const { result, rerender } = renderHook(({ text }) => useSettled(text, 300), {
    initialProps: { text: "" },
  });
  for (const text of ["f", "fe", "fer"]) {
    rerender({ text });
    act(() => void vi.advanceTimersByTime(200));
    expect(result.current).toBe("");
  }
  act(() => void vi.advanceTimersByTime(100));
  expect(result.current).toBe("fer");
});
