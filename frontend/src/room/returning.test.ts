import { expect, test } from "vitest";
import { Returning } from "./returning";
import { asBob, frame, NOON } from "./stage";

const SEAT = "s_bob";

function after(ms: number, last = true) {
  const returning = new Returning(asBob());
  returning.hear(frame({ type: "ConnectionLost", seat: SEAT, as_of: NOON, last }), SEAT);
  returning.hear(frame({ type: "Connected", seat: SEAT, first: last }, { at: NOON + ms }), SEAT);
  return returning.notice(asBob());
}

test("it says to the second what was lost", () => {
  expect(after(40_000)).toMatchObject({ key: "notice.backSeconds", values: { count: 40 } });
  expect(after(300_000)).toMatchObject({ key: "notice.backMinutes", values: { count: 5 } });
});

test("a blink costs nothing worth saying", () => {
  expect(after(600).key).toBe("notice.back");
});

test("with another page connected nothing was lost", () => {
  expect(after(40_000, false).key).toBe("notice.back");
});

test("without the events of the loss it says no number", () => {
  expect(new Returning(asBob()).notice(asBob()).key).toBe("notice.backUncounted");
});

test("where no time counts, none was lost", () => {
  const waiting = asBob({ you: { ...asBob().you, standing: "waiting" } });
  expect(new Returning(waiting).notice(waiting).key).toBe("notice.back");
  const breaking = asBob({ times: { ...asBob().times, phase: "on_break" } });
  expect(new Returning(asBob()).notice(breaking).key).toBe("notice.back");
});

test("what happens to others is of no concern", () => {
  const returning = new Returning(asBob());
  const lost = { type: "ConnectionLost", seat: "s_eve", as_of: NOON, last: true } as const;
  returning.hear(frame(lost), SEAT);
  expect(returning.notice(asBob()).key).toBe("notice.backUncounted");
});
