import { expect, test } from "vitest";
import { attendance, entries, entry, SIX } from "./evening";
import { picture } from "./timeline";
import { focusOf, timesFor } from "./zoom";

const MINUTE = 60_000;
const shown = picture(attendance, entries);
const span = (since: number, until: number) => ({
  since: SIX + since * MINUTE,
  until: SIX + until * MINUTE,
});

test("what is chosen reaches from the first to the last of its entries and bars", () => {
  const lit = [entry(1, 30, "SteppedAway"), entry(2, 40, "SteppedBack")];
  expect(focusOf(shown, { row: 2, figure: "away" }, lit)).toEqual(span(30, 40));
  expect(focusOf(shown, { row: 2, figure: "away" }, [])).toEqual(span(30, 34));
  expect(focusOf(shown, { row: null, figure: "start" }, [entry(7, 2, "Started")])).toEqual(
    span(2, 2),
  );
});

test("what lies outside the picture, and what has no entry, is nothing to zoom to", () => {
  const far = [entry(14, 2000, "RecordSigned")];
  expect(focusOf(shown, { row: 3, figure: "turns_taken" }, far)).toBeNull();
});

test("the picture is drawn so wide that the chosen part fills it, and not wider than there is", () => {
  const whole = span(0, 120);
  expect(timesFor(whole, span(0, 120))).toBe(1);
  expect(timesFor(whole, span(30, 50))).toBe(4);
  expect(timesFor(whole, span(30, 30))).toBe(16);
});
