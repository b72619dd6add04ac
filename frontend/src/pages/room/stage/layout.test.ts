import { expect, test } from "vitest";
import { arrange, GAP, pages, strip } from "./layout";

const DESK = { width: 860, height: 600 };
const PHONE = { width: 328, height: 400 };
const shape = (count: number, box: typeof DESK) => {
  const { columns, rows } = arrange(count, box);
  return [columns, rows];
};

test.each([
  [1, [1, 1]],
  [2, [1, 2]],
  [3, [2, 2]],
  [4, [2, 2]],
  [5, [2, 3]],
  [9, [3, 3]],
  [16, [4, 4]],
])("%i tiles on a desktop", (count, expected) => {
  expect(shape(count, DESK)).toEqual(expected);
});

test.each([
  [1, [1, 1]],
  [2, [1, 2]],
  [3, [1, 3]],
  [4, [2, 2]],
  [5, [2, 3]],
  [9, [2, 5]],
  [16, [2, 8]],
])("%i tiles on a phone stand in one or two columns", (count, expected) => {
  expect(shape(count, PHONE)).toEqual(expected);
});

test("whatever fits stays within its box", () => {
  for (let count = 1; count <= 16; count += 1)
    for (const box of [DESK, PHONE, { width: 1200, height: 300 }, { width: 600, height: 900 }]) {
      const { columns, rows, width, height, scrolls } = arrange(count, box);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
      expect(columns * width + (columns - 1) * GAP).toBeLessThanOrEqual(box.width);
      if (!scrolls) expect(rows * height + (rows - 1) * GAP).toBeLessThanOrEqual(box.height);
    }
});

test("nobody is made too small to see: the box scrolls instead", () => {
  const { scrolls, width } = arrange(16, PHONE);
  expect([scrolls, width]).toEqual([true, 160]);
  expect(arrange(4, { width: 300, height: 60 }).scrolls).toBe(true);
});

test("more than sixteen take another page", () => {
  expect([0, 1, 16, 17, 33].map(pages)).toEqual([1, 1, 1, 2, 3]);
});

test("beside a large tile in a wide box, below it in a tall one", () => {
  expect([strip(DESK), strip(PHONE)]).toEqual(["side", "below"]);
  expect(strip({ width: 328, height: 200 })).toBe("below");
});
