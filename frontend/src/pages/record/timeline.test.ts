import { expect, test } from "vitest";
import { attendance, entries, entry, SIX } from "./evening";
import { sourcesOf, spansOf } from "./figures";
import { atOf, lines, picture, scale, stops, ticks } from "./timeline";

const MINUTE = 60_000;
const after = (at: number) => (at - SIX) / MINUTE;
const minutes = (spans: readonly { since: number; until: number }[]) =>
  spans.map((span) => [after(span.since), after(span.until)]);

const shown = picture(attendance, entries);
const [bob, eve, finn] = shown.lanes;

test("the group's own times are apart from everybody's", () => {
  expect(minutes(shown.running)).toEqual([
    [2, 50],
    [60, 120],
  ]);
  expect(minutes(shown.breaks)).toEqual([[50, 60]]);
  expect(shown.started).toBe(SIX + 2 * MINUTE);
});

test("a lane has the times of its own row, whatever people are called", () => {
  expect(minutes(bob?.present ?? [])).toEqual([[-5, 120]]);
  expect(minutes(eve?.present ?? [])).toEqual([
    [12, 70],
    [75, 120],
  ]);
  expect(minutes(eve?.gaps ?? [])).toEqual([[70, 75]]);
  expect(finn?.present).toEqual([]);
});

test("waiting at the door and stepping away have times of their own", () => {
  expect(minutes(bob?.waiting ?? [])).toEqual([[-6, -5]]);
  expect(minutes(eve?.waiting ?? [])).toEqual([
    [9, 12],
    [80, 82],
  ]);
  expect(minutes(eve?.away ?? [])).toEqual([[30, 34]]);
});

test("a removal is a sign of the lane, and what is far away is not in the picture", () => {
  expect(eve?.marks.map((mark) => [after(mark.at), mark.figure])).toEqual([
    [80, "status"],
    [90, "status"],
  ]);
  expect(bob?.marks.map((mark) => after(mark.at))).toEqual([20]);
});

test("without the ledger there are times but no signs", () => {
  const [first] = picture(attendance, []).lanes;
  expect(minutes(first?.credited ?? [])).toEqual([
    [2, 50],
    [60, 120],
  ]);
  expect(minutes(first?.waiting ?? [])).toEqual([[-6, -5]]);
  expect(first?.marks).toEqual([]);
});

test("the picture reaches from the first to the last that is in it, with a little margin", () => {
  const x = scale(shown, 1000);
  expect(after(shown.since)).toBeLessThan(-10);
  expect(after(shown.until)).toBeGreaterThan(120);
  expect(x(shown.since)).toBe(0);
  expect(x(shown.until)).toBe(1000);
  expect(x(SIX)).toBeLessThan(x(SIX + MINUTE));
});

test("ticks are round on the clinic's clock, and far enough apart", () => {
  const found = ticks(shown, 600);
  expect(found.map(after)).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 120]);
  const halfHourZone = { ...shown, offset: 5.5 * 60 * MINUTE };
  expect(ticks(halfHourZone, 150).map(after)).toEqual([30, 90]);
});

test("labels that would touch stand in lines of their own", () => {
  const label = (x: number, text: string) => ({ x, text, anchor: "start" as const });
  const found = lines([label(0, "started 6:02"), label(20, "planned 6:00"), label(400, "break")]);
  expect(found.map((one) => one.line)).toEqual([0, 1, 0]);
});

test("the arrow keys go through a lane in order of time", () => {
  const along = eve ? stops(eve) : [];
  expect(along.map((stop) => after(stop.at))).toEqual([9, 12, 30, 70, 75, 80, 80, 90]);
});

test("a lost connection is dated at its last sign of life", () => {
  expect(atOf(entry(1, 30, "ConnectionLost", { as_of: SIX }))).toBe(SIX);
});

test("a figure leads to its own entries, and a figure of time to its intervals", () => {
  expect(sourcesOf(attendance, { row: 1, figure: "credited" })).toEqual([3, 7, 20]);
  expect(sourcesOf(attendance, { row: 2, figure: "late" })).toEqual([12, 13]);
  expect(sourcesOf(attendance, { row: 3, figure: "credited" })).toEqual([]);
  expect(minutes(spansOf(attendance, { row: 2, figure: "gaps" }))).toEqual([[70, 75]]);
  expect(minutes(spansOf(attendance, { row: 2, figure: "waiting" }))).toEqual([
    [9, 12],
    [80, 82],
  ]);
  expect(spansOf(attendance, { row: 1, figure: "hands_raised" })).toEqual([]);
});
