import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Errands, Refused } from "./errands";

const HAND = { type: "RaiseHand" } as const;
const HELP = { type: "AskForHelp", words: "" } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is not answered stays, in the order it was given", () => {
  const errands = new Errands();
  const quiet = () => undefined;
  for (const ref of ["a", "b", "c"]) errands.give(HAND, ref, null).catch(quiet);
  errands.done("b");
  const refs = errands.open().map((frame) => frame.type === "command" && frame.ref);
  expect(refs).toEqual(["a", "c"]);
});

test("the same ref given again waits as long as if it were the first", async () => {
  const errands = new Errands();
  const first = errands.give(HAND, "a", null).catch((error: Refused) => error.code);
  await vi.advanceTimersByTimeAsync(29_000);
  const second = errands.give(HAND, "a", null);
  expect(await first).toBe("again");
  await vi.advanceTimersByTimeAsync(29_000);
  errands.done("a");
  await expect(second).resolves.toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test("asking for help is kept until it is answered, however long that takes", async () => {
  const errands = new Errands();
  const given = errands.give(HELP, "a", null);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(errands.open()).toHaveLength(1);
  errands.done("a");
  await expect(given).resolves.toBeUndefined();
});

test("nothing else waits for ever", async () => {
  const errands = new Errands();
  const given = expect(errands.give(HAND, "a", null)).rejects.toBeInstanceOf(Refused);
  await vi.advanceTimersByTimeAsync(30_000);
  await given;
});
