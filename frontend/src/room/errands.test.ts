import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Errands, Refused } from "./errands";

const HELP = { type: "AskForHelp", words: "" } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is not answered stays, in the order it was given", () => {
  const errands = new Errands();
  const quiet = () => undefined;
  for (const ref of ["a", "b", "c"]) errands.give(HELP, ref, null).catch(quiet);
  errands.done("b");
  const refs = errands.open().map((frame) => frame.type === "command" && frame.ref);
  expect(refs).toEqual(["a", "c"]);
});

test("the same ref given again waits as long as if it were the first", async () => {
  const errands = new Errands();
  const first = errands.give(HELP, "a", null).catch((error: Refused) => error.code);
  await vi.advanceTimersByTimeAsync(29_000);
  const second = errands.give(HELP, "a", null);
  expect(await first).toBe("again");
  await vi.advanceTimersByTimeAsync(29_000);
  errands.done("a");
  await expect(second).resolves.toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test("nothing waits for ever", async () => {
  const errands = new Errands();
  const given = expect(errands.give(HELP, "a", null)).rejects.toBeInstanceOf(Refused);
  await vi.advanceTimersByTimeAsync(30_000);
  await given;
});
