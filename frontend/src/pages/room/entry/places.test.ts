import { expect, test } from "vitest";
import { stateCode } from "./places";

test.each([
  ["AZ", "AZ"],
  ["az ", "AZ"],
  ["Arizona", "AZ"],
  ["new york", "NY"],
  ["Nuevo México", "Nuevo México"],
  ["Ontario", "Ontario"],
])("%s is kept as %s", (said, code) => {
  expect(stateCode(said)).toBe(code);
});
