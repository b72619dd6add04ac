import { expect, test } from "vitest";
import { back, drawn, frame, onward, parts, top } from "./steps";

const A4 = { width: 595, height: 842 };
const SLIDE = { width: 1280, height: 720 };

test("a whole page is shared as it is, tall or wide", () => {
  expect(frame(A4, "page")).toEqual({ width: 1131, height: 1600 });
  expect(frame(SLIDE, "page")).toEqual({ width: 1600, height: 900 });
  expect([parts(A4, "page"), top(A4, "page", 0)]).toEqual([1, 0]);
});

test("a page in its full width is gone through from top to bottom", () => {
  expect(frame(A4, "width")).toEqual({ width: 1600, height: 900 });
  const all = parts(A4, "width");
  expect([all, top(A4, "width", 0)]).toEqual([3, 0]);
  expect(top(A4, "width", all - 1)).toBe(drawn(A4, "width").height - 900);
});

test("a slide is one part, however it is shown", () => {
  expect([parts(SLIDE, "page"), parts(SLIDE, "width")]).toEqual([1, 1]);
});

test("onward goes through the parts, then to the next page, and stops at the end", () => {
  const one = onward({ page: 0, part: 1 }, A4, "width", 2);
  expect(one).toEqual({ page: 0, part: 2 });
  const two = onward(one, A4, "width", 2);
  expect(two).toEqual({ page: 1, part: 0 });
  expect(onward({ page: 1, part: 2 }, A4, "width", 2)).toEqual({ page: 1, part: 2 });
  expect(back(two)).toEqual({ page: 0, part: 0 });
  expect(back({ page: 0, part: 0 })).toEqual({ page: 0, part: 0 });
});
